import { scopes } from "../authentication/access.ts";

export const info = {
  title: "Ordo",
  version: "1.0.0",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  description: [
    "Orders with exact totals: place them, read them, cancel them.",
    "",
    "**Money** is an integer in minor units of the currency; rates are basis points (1900 is 19 %).",
    "",
    "**Writes happen once.** Every POST names itself with an `Idempotency-Key`. Repeat it with the same key after a",
    "timeout or a lost connection: you get the first answer again, marked `Idempotent-Replayed: true`.",
    "",
    "**Errors** are problem details (RFC 9457). `code` is for programs, `detail` says what to do next, and",
    "`errors` points at every fault in the request at once.",
    "",
    "**Tokens** are JWTs, sent as `Authorization: Bearer …`. Their scopes:",
    "",
    ...Object.entries(scopes).map(([scope, meaning]) => `- \`${scope}\`: ${meaning.toLowerCase()}`),
  ].join("\n"),
} as const;

/** The groups of operations, in reading order. */
export const tags = [
  { name: "Orders", description: "Place, read, list and cancel orders." },
  { name: "Customers", description: "People who order again." },
  { name: "Products", description: "The catalog that orders take their prices from." },
  { name: "Contract", description: "This description." },
  { name: "Health", description: "Probes for load balancers and orchestrators." },
] as const;

export const securitySchemes = {
  bearer: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description:
      "A JWT with the claims iss, aud, exp, sub, tenant (UUID) and scope (separated by spaces).",
  },
} as const;

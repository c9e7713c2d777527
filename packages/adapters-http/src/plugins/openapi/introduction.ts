import { scopes } from "../authentication/access.ts";

export const info = {
  title: "Ordo",
  version: "1.0.0",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  description: [
    "The whole life of an order, every total exact: placed, paid, fulfilled, changed, returned.",
    "",
    "![The life of an order: drafted or placed it is pending, then confirmed, then completed; until it has shipped it can be canceled.](/docs/lifecycle.svg)",
    "",
    "An order in an answer lists under `actions` what can be done with it now, and where to send it.",
    "",
    "**To try it out**, open this page from the line that a development server prints (its token comes along), or paste",
    "a token under Authentication. Each request that you send from here gets an `Idempotency-Key` of its own; type one",
    "to see a replay.",
    "",
    "**Money** is an integer in minor units of the currency; rates are basis points (1900 is 19 %).",
    "",
    "**Writes happen once.** Every POST names itself with an `Idempotency-Key`. Repeat it with the same key after a",
    "timeout or a lost connection: you get the first answer again, marked `Idempotent-Replayed: true`.",
    "",
    "**Bodies** are JSON in UTF-8 (RFC 8259). No object in one has the key `__proto__`, nor `constructor` with a",
    "`prototype` inside: that is no JSON here, and answered 400.",
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
  {
    name: "Orders",
    description: "Draft, place, read, change, confirm, complete and cancel orders.",
  },
  { name: "Order changes", description: "Holds, edits and credits after an order was placed." },
  { name: "Payments", description: "Authorize, capture, refund and void." },
  { name: "Fulfillments", description: "Pack, ship and deliver." },
  { name: "Returns", description: "Take units back, or exchange them." },
  { name: "Many orders", description: "Export and import, streamed." },
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

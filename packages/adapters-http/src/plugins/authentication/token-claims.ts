import { TenantId } from "@ordo/application";
import { type Actor, CustomerId } from "@ordo/domain";
import { z } from "zod";
import { text } from "../../schemas/text.ts";
import type { Caller } from "./caller.ts";

// These are stored, so they obey the rule of all text: an issuer may sign a NUL, the database would refuse it.
const identifier = text({ max: 255 });

/** The claims Ordo reads. Issuer, audience and expiry are checked with the signature. */
const claimsSchema = z.object({
  sub: identifier,
  exp: z.number(),
  tenant: z.uuid().toLowerCase().transform(TenantId),
  scope: z.string().optional(),
  client_id: identifier.optional(),
  azp: identifier.optional(),
  customer_id: z.uuid().toLowerCase().transform(CustomerId).optional(),
});
type Claims = z.output<typeof claimsSchema>;

export interface VerifiedToken {
  readonly caller: Caller;
  /** Seconds since the epoch. */
  readonly expiresAt: number;
}

/** Who the claims speak for, or what is wrong with them. */
export const readClaims = (payload: unknown): VerifiedToken | { readonly fault: string } => {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success)
    return {
      fault: `The token's ${String(parsed.error.issues[0]?.path[0])} claim is missing or malformed`,
    };
  const claims = parsed.data;
  return {
    expiresAt: claims.exp,
    caller: {
      tenantId: claims.tenant,
      actor: actorOf(claims),
      actingCustomerId: claims.customer_id ?? null,
      clientId: clientIdOf(claims),
      scopes: new Set(claims.scope?.split(" ").filter((scope) => scope !== "")),
    },
  };
};

// Encoded as JSON, no bearer can choose a name that reads like that of another. The customer is part of it: customers
// share the client they shop with, and one must never be answered with what another ordered.
const clientIdOf = ({ client_id, azp, sub, customer_id }: Claims): string => {
  const client = client_id ?? azp;
  const named = client === undefined ? ["subject", sub] : ["client", client];
  return JSON.stringify([...named, customer_id ?? null]);
};

const actorOf = (claims: Claims): Actor => {
  if (claims.customer_id !== undefined) return { type: "customer", id: claims.customer_id };
  // A client that acts for itself is its own subject (RFC 9068 § 2.2).
  const client = claims.client_id ?? claims.azp;
  return { type: client === claims.sub ? "service" : "user", id: claims.sub };
};

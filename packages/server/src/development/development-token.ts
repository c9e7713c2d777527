import { scopes as everyScope } from "@ordo/adapters-http";
import { SignJWT } from "jose";
import { demoTenantId } from "./demo-tenant.ts";

interface TokenIssuer {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

export interface TokenGrant {
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly subject: string;
  /** Act as this customer. */
  readonly customerId?: string | undefined;
  /** How long it is good: `30d`, `12h`. */
  readonly expires: string;
}

const everything: TokenGrant = {
  tenant: demoTenantId,
  scopes: Object.keys(everyScope),
  subject: "developer",
  expires: "30d",
};

/** A token for development: by default with every scope in the demo tenant, good for thirty days. */
export const issueDevelopmentToken = (
  { secret, issuer, audience }: TokenIssuer,
  { tenant, scopes, subject, customerId, expires }: TokenGrant = everything,
): Promise<string> =>
  new SignJWT({
    tenant,
    scope: scopes.join(" "),
    ...(customerId !== undefined && { customer_id: customerId }),
  })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret));

import { SignJWT } from "jose";
import { demoTenantId } from "./demo-tenant.ts";

const scopes = [
  "customers:read",
  "customers:write",
  "products:read",
  "products:write",
  "orders:read",
  "orders:write",
  "orders:cancel",
];

interface TokenIssue {
  readonly secret: string;
  readonly issuer: string;
  readonly audience: string;
}

/** A token with every scope in the demo tenant, good for thirty days. */
export const issueDevelopmentToken = ({ secret, issuer, audience }: TokenIssue): Promise<string> =>
  new SignJWT({ tenant: demoTenantId, scope: scopes.join(" ") })
    .setProtectedHeader({ alg: "HS256" })
    .setSubject("developer")
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime("30d")
    .sign(new TextEncoder().encode(secret));

import { SignJWT } from "jose";

export const secret = "test-secret-of-at-least-32-bytes-0123456789";
export const tenant = "01990000-0000-7000-8000-0000000000aa";
export const otherTenant = "01990000-0000-7000-8000-0000000000bb";
export const everyScope =
  "orders:read orders:write orders:cancel customers:read customers:write products:read products:write";

export type TokenClaims = Readonly<Record<string, unknown>>;

/** A good token of a clerk with every scope; claims given replace it, those set to undefined are left out. */
export const aToken = (claims: TokenClaims = {}, key: string = secret): Promise<string> => {
  const all = {
    iss: "ordo",
    aud: "ordo",
    sub: "clerk",
    exp: Math.floor(Date.now() / 1000) + 3600,
    tenant,
    scope: everyScope,
    ...claims,
  };
  const given = Object.entries(all).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(given))
    .setProtectedHeader({ alg: "HS256" })
    .sign(new TextEncoder().encode(key));
};

import { resolve } from "node:path";
import type { AuthenticationOptions } from "@ordo/adapters-http";
import type { Config } from "./config/config.ts";
import { keptSecret } from "./development/kept-secret.ts";

/** What proves callers and cursors genuine. */
export interface Keys {
  readonly authentication: AuthenticationOptions;
  readonly cursorSecret: string;
  /** Signs a token for the developer; null when the keys are someone else's or this is production. */
  readonly tokenSecret: string | null;
}

/** The configured keys; in development, without any, a secret that is made once and kept. */
export const settleKeys = async (config: Config): Promise<Keys> => {
  const expectations = { issuer: config.JWT_ISSUER, audience: config.JWT_AUDIENCE };
  if (config.JWKS_URL !== undefined && config.CURSOR_SECRET !== undefined)
    return {
      authentication: { ...expectations, jwksUrl: new URL(config.JWKS_URL) },
      cursorSecret: config.CURSOR_SECRET,
      tokenSecret: null,
    };

  const secret =
    config.JWT_SECRET ?? (await keptSecret(resolve(config.ORDO_DATA_DIR, "jwt-secret")));
  return {
    authentication: { ...expectations, secret },
    cursorSecret: config.CURSOR_SECRET ?? secret,
    tokenSecret: config.NODE_ENV === "production" ? null : secret,
  };
};

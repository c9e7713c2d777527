import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { pino } from "pino";
import { readConfig } from "../config/config.ts";
import { type RunningServer, serve } from "../serve.ts";

export const secret = "test-secret-of-at-least-32-bytes-0123456789";
export const tenant = "01990000-0000-7000-8000-0000000000aa";
const scopes =
  "orders:read orders:write orders:cancel customers:read customers:write products:read products:write";

/** A good token, its claims changed as told. */
export const aToken = (claims: Readonly<Record<string, unknown>> = {}): Promise<string> =>
  new SignJWT({ tenant, scope: scopes, sub: "clerk", ...claims })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer("ordo")
    .setAudience("ordo")
    .setExpirationTime("1h")
    .sign(new TextEncoder().encode(secret));

/** The environment of a production server on a free port, in which nothing happens that a test did not ask for. */
export const productionEnvironment = (databaseUrl: string, env: Record<string, string> = {}) => ({
  NODE_ENV: "production",
  PORT: "0",
  DATABASE_URL: databaseUrl,
  JWT_SECRET: secret,
  DRAIN_MS: "0",
  ENABLE_MAINTENANCE: "false",
  ...env,
});

/** A production server in this process. */
export const aServer = (
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<RunningServer> =>
  serve(
    readConfig(productionEnvironment(databaseUrl, env))._unsafeUnwrap(),
    pino({ level: "silent" }),
    () => undefined,
  );

export const aGuestOrder = {
  email: "guest@example.com",
  currency: "EUR",
  lines: [{ title: "Gift wrap", unitPrice: 350, taxRate: 1900, quantity: 1 }],
};

/** Places an order, by default under a key of its own. */
export const placeOrder = (
  url: string,
  token: string,
  { key = randomUUID(), body = aGuestOrder }: { key?: string; body?: object } = {},
): Promise<Response> =>
  fetch(`${url}/api/v1/orders`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "idempotency-key": key,
    },
    body: JSON.stringify(body),
  });

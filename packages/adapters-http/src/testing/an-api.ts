import { randomUUID } from "node:crypto";
import { type Application, anApplication } from "@ordo/application/testing";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { buildApp } from "../app.ts";
import type { HttpOptions } from "../options.ts";
import { aToken, secret } from "./tokens.ts";

export interface Api extends Application {
  readonly app: FastifyInstance;
  /** Sends a request with a good token, unless its headers say otherwise. */
  readonly send: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly get: (url: string, headers?: Headers) => Promise<LightMyRequestResponse>;
  /** Posts with a fresh Idempotency-Key, unless the headers name one. */
  readonly post: (url: string, body: unknown, headers?: Headers) => Promise<LightMyRequestResponse>;
}

type Headers = Readonly<Record<string, string>>;

const plenty = { amount: 1_000_000, windowSeconds: 60 };

export const options: HttpOptions = {
  authentication: { secret, issuer: "ordo", audience: "ordo" },
  cursorSecret: secret,
  // As in production, every answer says how much is left.
  rateLimits: { quotas: { read: plenty, write: plenty, anonymous: plenty } },
};

/** The app over the whole application in memory. */
export const anApi = async (
  change: Partial<HttpOptions> = {},
  application: Application = anApplication(),
): Promise<Api> => {
  const app = await buildApp(application.useCases, {
    ...options,
    ...change,
    // A machine that is busy with other tests is no overload of this one.
    admission: { maxWaitMs: 600_000, ...change.admission },
    limits: { eventLoopDelayMs: 600_000, ...change.limits },
  });
  const authorization = `Bearer ${await aToken()}`;
  const send = async (request: InjectOptions) =>
    app.inject({ ...request, headers: { authorization, ...request.headers } });
  return {
    ...application,
    app,
    send,
    get: (url, headers) => send({ method: "GET", url, ...(headers && { headers }) }),
    post: (url, body, headers) =>
      send({
        method: "POST",
        url,
        headers: {
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
          ...headers,
        },
        payload: JSON.stringify(body),
      }),
  };
};

export const as = async (claims: Readonly<Record<string, unknown>>): Promise<Headers> => ({
  authorization: `Bearer ${await aToken(claims)}`,
});

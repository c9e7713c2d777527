import { randomUUID } from "node:crypto";
import type { LightMyRequestResponse } from "fastify";
import type { Api } from "./an-api.ts";
import type { WorkingRequest } from "./working-requests.ts";

/** Sends the request, each time under the same key, with these headers beside its own. */
export const sender = (api: Api, { method, url, body, mediaType }: WorkingRequest) => {
  const own = {
    ...(method === "POST" && { "idempotency-key": randomUUID() }),
    ...((method === "PATCH" || method === "DELETE") && { "if-match": "*" }),
    ...(body && { "content-type": mediaType ?? mediaTypeOf(method) }),
  };
  return async (headers: Readonly<Record<string, string>> = {}): Promise<LightMyRequestResponse> =>
    api.send({
      method,
      url,
      headers: { ...own, ...headers },
      ...(body && { payload: JSON.stringify(body) }),
    });
};

const mediaTypeOf = (method: string): string =>
  method === "PATCH" ? "application/merge-patch+json" : "application/json";

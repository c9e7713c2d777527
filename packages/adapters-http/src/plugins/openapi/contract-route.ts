import type { FastifyInstance, RouteOptions } from "fastify";
import { z } from "zod";
import { registerPublic } from "../../operation/public-route.ts";
import { digestTag } from "../conditional-requests.ts";
import { prefix } from "../../routes/v1/prefix.ts";

const document = z
  .looseObject({ openapi: z.string() })
  .meta({ id: "OpenApi", description: "An OpenAPI 3.1 document." });

export const contractPath = `${prefix}/openapi.json`;

/**
 * Serves the contract of this route and of those registered after it. It is made once, when first asked for: the
 * routes no longer change when the app is up.
 */
export const registerContract = (app: FastifyInstance): void => {
  let contract: { readonly json: string; readonly etag: string } | undefined;
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => {
    // Fastify adds a HEAD for every GET.
    if (route.method !== "HEAD") routes.push(route);
  });
  const make = async () => {
    // Loaded on demand: most servers are never asked.
    const { openApiDocument } = await import("./openapi.ts");
    const json = JSON.stringify(openApiDocument(routes));
    return { json, etag: digestTag(json) };
  };
  registerPublic(
    app,
    {
      method: "GET",
      path: contractPath,
      operationId: "getContract",
      tag: "Contract",
      summary: "Read this contract",
      description: "The OpenAPI 3.1 document of exactly what is served.",
      success: {
        status: 200,
        description: "The contract.",
        schema: document,
        headers: ["ETag", "Cache-Control"],
      },
      problems: [],
    },
    async (_request, reply) => {
      contract ??= await make();
      return reply
        .header("etag", contract.etag)
        .header("cache-control", "public, no-cache")
        .type("application/json; charset=utf-8")
        .send(contract.json);
    },
  );
};

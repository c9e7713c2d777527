import type { RouteOptions } from "fastify";
import { makeComponents } from "./components.ts";
import { documentOperation } from "./document-operation.ts";
import { info, securitySchemes, tags } from "./introduction.ts";
import { responseHeaders } from "./response-headers.ts";

/** Describes those of the routes that have an operation, in OpenAPI 3.1. */
export const openApiDocument = (routes: readonly RouteOptions[]): object => {
  const components = makeComponents();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { url, config: { operation, access } = {} } of routes) {
    if (operation === undefined || access === undefined) continue;
    const item = (paths[url.replace(/:(\w+)/g, "{$1}")] ??= {});
    item[operation.method.toLowerCase()] = documentOperation(operation, access, components);
  }
  return {
    openapi: "3.1.1",
    info,
    components: {
      schemas: components.schemas.all(),
      responses: components.problems.all(),
      headers: responseHeaders,
      parameters: components.parameters.all(),
      securitySchemes,
    },
    tags,
    servers: [{ url: "/" }],
    paths,
  };
};

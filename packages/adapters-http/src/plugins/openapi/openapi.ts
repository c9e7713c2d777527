import type { FastifyInstance, RouteOptions } from "fastify";
import { makeComponents } from "./components.ts";
import { documentOperation } from "./document-operation.ts";
import { info, securitySchemes, tags } from "./introduction.ts";
import { responseHeaders } from "./response-headers.ts";

/**
 * Collects the routes as they are registered from now on, those of enclosed plugins too. Answers with what
 * describes those that have an operation, in OpenAPI 3.1; call that when no more routes come.
 */
export const describeRoutes = (app: FastifyInstance): (() => object) => {
  const routes: RouteOptions[] = [];
  app.addHook("onRoute", (route) => {
    // Fastify adds a HEAD for every GET.
    if (route.method !== "HEAD") routes.push(route);
  });
  return () => openApiDocument(routes);
};

const openApiDocument = (routes: readonly RouteOptions[]) => {
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

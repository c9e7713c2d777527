import swagger from "@fastify/swagger";
import type { FastifyPluginAsync } from "fastify";
import fastifyPlugin from "fastify-plugin";
import { makeComponents } from "./components.ts";
import { documentOperation } from "./document-operation.ts";
import { info, securitySchemes, tags } from "./introduction.ts";
import { responseHeaders } from "./response-headers.ts";

/**
 * Publishes the routes as they are registered: @fastify/swagger says which there are, and each is described
 * from its own operation, in OpenAPI 3.1 as it is (the plugin's conversions would lose parts of it).
 */
const plugin: FastifyPluginAsync = async (app) => {
  const components = makeComponents();
  const operations = new Map<string, Readonly<Record<string, unknown>>>();

  await app.register(swagger, {
    openapi: { openapi: "3.1.1", info, tags: [...tags] },
    transform: ({ url, route }) => {
      const { operation, access } = route.config ?? {};
      if (operation === undefined || access === undefined) return { url, schema: { hide: true } };
      operations.set(operation.operationId, documentOperation(operation, access, components));
      return { url, schema: { operationId: operation.operationId } };
    },
    transformObject: (document) => {
      if (!("openapiObject" in document)) throw new Error("This describes OpenAPI 3.1 only");
      const { paths = {}, ...rest } = document.openapiObject;
      return {
        ...rest,
        servers: [{ url: "/" }],
        paths: Object.fromEntries(
          Object.entries(paths).map(([path, item]) => [path, described(item, operations)]),
        ),
        components: {
          schemas: components.schemas.all(),
          responses: components.problems.all(),
          headers: responseHeaders,
          parameters: components.parameters.all(),
          securitySchemes,
        },
      };
    },
  });
};

const described = (
  item: object | undefined,
  operations: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
) =>
  Object.fromEntries(
    Object.entries(item ?? {}).map(
      ([method, { operationId }]: [string, { operationId: string }]) => [
        method,
        operations.get(operationId),
      ],
    ),
  );

export const openapi = fastifyPlugin(plugin, { name: "openapi" });

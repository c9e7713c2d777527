import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import type { OperationDescription } from "./operation.ts";

/** Serves an operation to anyone. It answers for itself and takes no input. */
export const registerPublic = (
  app: FastifyInstance,
  operation: OperationDescription,
  handler: RouteHandlerMethod,
): void => {
  const { mediaType } = operation.success;
  app.route({
    method: operation.method,
    url: operation.path,
    config: {
      access: "public",
      operation,
      ...(mediaType !== undefined && { mediaType }),
    },
    handler,
  });
};

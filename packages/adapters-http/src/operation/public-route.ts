import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import type { OperationDescription } from "./operation.ts";

/** Serves an operation to anyone. It answers for itself and takes no input. */
export const registerPublic = (
  app: FastifyInstance,
  operation: OperationDescription,
  handler: RouteHandlerMethod,
): void => {
  const { mediaTypes } = operation.success;
  app.route({
    method: operation.method,
    url: operation.path,
    config: {
      access: "public",
      operation,
      ...(mediaTypes !== undefined && { mediaTypes }),
    },
    handler,
  });
};

import type { FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    /** What {@link routeOf} found; undefined before it is asked. */
    knownRoute: FastifyRequest["routeOptions"] | undefined;
  }
}

/** The options of the request's route. Fastify's own getter makes them anew whenever it is asked. */
export const routeOf = (request: FastifyRequest): FastifyRequest["routeOptions"] =>
  (request.knownRoute ??= request.routeOptions);

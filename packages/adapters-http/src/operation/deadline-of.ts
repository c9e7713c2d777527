import type { FastifyReply } from "fastify";
import type { HttpLimits } from "../options.ts";

/**
 * Until when the answer can still be sent, in milliseconds since the epoch. A little before the request is
 * answered 503 whatever happens, so that who knows better what was done has time to say it.
 */
export const deadlineOf = (
  { elapsedTime }: Pick<FastifyReply, "elapsedTime">,
  { handlerTimeoutMs }: Pick<HttpLimits, "handlerTimeoutMs">,
): number => Date.now() - elapsedTime + handlerTimeoutMs - Math.min(handlerTimeoutMs / 10, aheadMs);

const aheadMs = 250;

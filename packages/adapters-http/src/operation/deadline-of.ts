import type { HttpLimits } from "../options.ts";

/**
 * Until when the answer to a request that has arrived by now can still be sent, in milliseconds since the epoch. A
 * little before it is answered 503 whatever happens, so that who knows better what was done has time to say it.
 */
export const deadlineOf = ({ handlerTimeoutMs }: Pick<HttpLimits, "handlerTimeoutMs">): number =>
  Date.now() + handlerTimeoutMs - Math.min(handlerTimeoutMs / 10, aheadMs);

const aheadMs = 250;

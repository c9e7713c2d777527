import type { Allowance, RateQuota } from "@ordo/application";
import { type Item, serializeList } from "structured-headers";

/**
 * The structured fields of draft-ietf-httpapi-ratelimit-headers-10 for a quota. What of them is the same in every
 * answer is written once.
 */
export const makeRateLimitFields = (name: string, { amount, windowSeconds }: RateQuota) => {
  const policy = serializeList([item(name, { q: amount, w: windowSeconds })]);
  const quota = serializeList([item(name, {})]);
  return ({ remaining, resetSeconds }: Allowance): Readonly<Record<string, string>> => ({
    "ratelimit-policy": policy,
    // Integers are written as they are (RFC 9651 § 4.1.4).
    ratelimit: `${quota};r=${remaining};t=${resetSeconds}`,
  });
};

const item = (name: string, parameters: Readonly<Record<string, number>>): Item => [
  name,
  new Map(Object.entries(parameters)),
];

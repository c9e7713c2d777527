import type { Allowance, RateQuota } from "@ordo/application";
import { serializeList } from "structured-headers";

/** The structured fields of draft-ietf-httpapi-ratelimit-headers-10. */
export const rateLimitFields = (
  name: string,
  { amount, windowSeconds }: RateQuota,
  { remaining, resetSeconds }: Allowance,
): Readonly<Record<string, string>> => ({
  "ratelimit-policy": serializeList([
    [
      name,
      new Map([
        ["q", amount],
        ["w", windowSeconds],
      ]),
    ],
  ]),
  ratelimit: serializeList([
    [
      name,
      new Map([
        ["r", remaining],
        ["t", resetSeconds],
      ]),
    ],
  ]),
});

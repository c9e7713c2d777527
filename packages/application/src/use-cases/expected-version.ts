import type { Order } from "@ordo/domain";
import { type ExpectedVersion, isExpected } from "../expected-version.ts";
import type { StaleVersion } from "../rejection.ts";

/** The refusal when the caller read another version than the one it is about to change. */
export const staleAgainst = (
  {
    version,
    status = null,
  }: { readonly version: number; readonly status?: Order["status"] | null },
  expectedVersion: ExpectedVersion,
): StaleVersion | undefined =>
  expectedVersion === null || isExpected(version, expectedVersion)
    ? undefined
    : { type: "StaleVersion", expectedVersion, currentVersion: version, status };

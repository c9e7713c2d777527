import type { Order } from "@ordo/domain";
import type { StaleVersion } from "../rejection.ts";

/** The refusal when the caller read another version than the one it is about to change. */
export const staleAgainst = (
  { version, status }: Pick<Order, "version" | "status">,
  expectedVersion: number | null,
): StaleVersion | undefined =>
  expectedVersion === null || expectedVersion === version
    ? undefined
    : { type: "StaleVersion", expectedVersion, currentVersion: version, status };

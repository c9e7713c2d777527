import type { Timestamp } from "@ordo/domain";
import type { CreatedPosition } from "../../ports/output/created-position.ts";

export const positionOf = (thing: {
  readonly createdAt: Timestamp;
  readonly id: string;
}): CreatedPosition => ({ createdAt: thing.createdAt, id: thing.id });

/** Newest first. */
export const comparePositions = (a: CreatedPosition, b: CreatedPosition): number =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

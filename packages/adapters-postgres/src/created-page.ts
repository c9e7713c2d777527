import type { CreatedPosition, PageRequest } from "@ordo/application";
import { Timestamp } from "@ordo/domain";
import { type RawBuilder, sql } from "kysely";
import { toTimestamptz } from "./codecs/timestamptz.ts";

export const positionOf = (thing: {
  readonly createdAt: Timestamp;
  readonly id: string;
}): CreatedPosition => ({ createdAt: Timestamp(thing.createdAt), id: thing.id });

/** Of a list that is newest first: backward is read turned around. */
export const readingDirection = ({ from }: PageRequest<CreatedPosition>): "asc" | "desc" =>
  from?.direction === "before" ? "asc" : "desc";

/** The condition that rows lie beyond the cursor; none without one. */
export const beyondCreated = ({
  from,
}: PageRequest<CreatedPosition>): readonly RawBuilder<boolean>[] => {
  if (from === null) return [];
  const operator = from.direction === "before" ? sql`>` : sql`<`;
  const { createdAt, id } = from.position;
  return [
    sql<boolean>`(created_at, id) ${operator} (${toTimestamptz(createdAt)}::timestamptz, ${id}::uuid)`,
  ];
};

import type { ColumnType } from "kysely";

/** A `timestamptz(3)` column: written as ISO 8601 text, read as milliseconds (see column-parsers.ts). */
export type TimestamptzColumn = ColumnType<number, string, string>;

/** The same, nullable. */
export type NullableTimestamptzColumn = ColumnType<number | null, string | null, string | null>;

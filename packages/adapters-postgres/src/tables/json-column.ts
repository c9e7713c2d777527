import type { ColumnType } from "kysely";

/**
 * A `json` column: written as text, read as whatever was parsed. `json` keeps the text as it was written,
 * key order included, where `jsonb` would sort the keys (docs/decisions/0004). Only codecs read it.
 */
export type JsonColumn = ColumnType<unknown, string, string>;

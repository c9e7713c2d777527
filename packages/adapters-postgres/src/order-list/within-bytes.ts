import { maxPageBytes, type OrderPosition, type PageRequest } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";
import type { readingQuery } from "./reading-query.ts";

/**
 * The rows of a page, cut where they come to more bytes than a page may have: what is beyond never leaves the database,
 * but for the row that crosses the line, which tells that there is more.
 *
 * Measuring a compressed row means opening it, so it is done only where all rows, by what is stored of them, could come to too much.
 */
export const withinBytes = (db: Kysely<Database>, page: ReturnType<typeof readingQuery>) => {
  const weighed = db
    .selectFrom(page.as("page"))
    .select([
      ...columnsOf("page"),
      mostBytes.as("most"),
      sql`sum(${mostBytes}) over ()`.as("all_most"),
    ]);
  const measured = db
    .selectFrom(weighed.as("weighed"))
    .select([
      ...columnsOf("weighed"),
      // None counts for more than a whole page, or the row behind it would not cross the line but lie beyond.
      sql<number>`
        case when all_most <= ${sql.lit(maxPageBytes)} then most
             else least(octet_length(weighed.state::text), ${sql.lit(maxPageBytes)}) end`.as(
        "size",
      ),
    ])
    // Kept apart: merged with what is around it, the measuring would be done twice.
    .offset(sql.lit(0));
  // Without an order of its own a window takes rows as they come, which is in the page's order.
  const summed = db
    .selectFrom(measured.as("measured"))
    .select([
      ...columnsOf("measured"),
      "measured.size",
      sql<string>`sum(measured.size) over (rows unbounded preceding)`.as("bytes"),
    ]);
  return db
    .selectFrom(summed.as("summed"))
    .select([...columnsOf("summed"), "summed.bytes"])
    .where(sql<boolean>`summed.bytes - summed.size <= ${sql.lit(maxPageBytes)}`);
};

/** The columns of a {@link readingQuery}, behind a name. */
const columnsOf = <Name extends string>(name: Name) =>
  [
    `${name}.id`,
    `${name}.customer_id`,
    `${name}.revision`,
    `${name}.key`,
    `${name}.state`,
  ] as const;

/**
 * Bytes that an order of a page called "page" comes to at most, as what is stored of it tells: pglz writes at best
 * 273 bytes as 3, LZ4 255 more bytes of a match as one (its block format, "matchlength").
 */
export const mostBytes = sql<number>`
  pg_column_size(page.state)::bigint
  * case pg_column_compression(page.state) when 'pglz' then 91 when 'lz4' then 255 else 1 end`;

/** The rows as a page takes them: those that fit and one more, if there is one, and how many fit. */
export const fitting = <Row extends { readonly bytes: unknown }>(
  rows: readonly Row[],
  request: PageRequest<OrderPosition>,
): { readonly read: readonly Row[]; readonly request: PageRequest<OrderPosition> } => {
  const fit = rows.filter(({ bytes }) => Number(bytes) <= maxPageBytes).length;
  const limit = Math.min(request.limit, Math.max(1, fit));
  return { read: rows.slice(0, limit + 1), request: { ...request, limit } };
};

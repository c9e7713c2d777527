import type { OrderPosition, OrderSortKey } from "@ordo/application";
import { Timestamp } from "@ordo/domain";
import { type RawBuilder, sql } from "kysely";
import { toTimestamptz } from "../codecs/timestamptz.ts";

/** How a list is sorted by a key: by columns that one index holds in this order, after tenant_id. */
export interface SortColumns {
  /** The columns, last the one that breaks ties; each key's index ends where they are unique. */
  readonly columns: readonly [string, ...string[]];
  /** The same for a position, as parameters. */
  readonly at: (position: OrderPosition) => readonly RawBuilder<unknown>[];
}

const id = (position: OrderPosition) => sql`${position.id}::uuid`;
const moment = ({ key }: OrderPosition) =>
  sql`${toTimestamptz(Timestamp(Number(key)))}::timestamptz`;

export const sortColumns: Readonly<Record<OrderSortKey, SortColumns>> = {
  createdAt: {
    columns: ["orders.created_at", "orders.id"],
    at: (position) => [moment(position), id(position)],
  },
  placedAt: {
    columns: ["orders.placed_at", "orders.id"],
    at: (position) => [moment(position), id(position)],
  },
  total: {
    columns: ["orders.total", "orders.id"],
    at: (position) => [sql`${position.key}::bigint`, id(position)],
  },
  number: {
    columns: ["orders.number"],
    at: ({ key }) => [sql`${key}::text`],
  },
};

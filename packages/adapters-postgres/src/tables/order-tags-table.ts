import type { TimestamptzColumn } from "./time-columns.ts";

/** Which orders carry a tag: each order's tags, once, sorted as lists are. */
export interface OrderTagsTable {
  tenant_id: string;
  tag: string;
  /** The order's, which never changes. */
  created_at: TimestamptzColumn;
  order_id: string;
}

import type { JsonColumn } from "./json-column.ts";
import type { NullableTimestamptzColumn, TimestamptzColumn } from "./time-columns.ts";

/** `state` is the order; the other columns repeat what lists filter and sort by. */
export interface OrdersTable {
  tenant_id: string;
  id: string;
  number: string;
  status: string;
  version: number;
  customer_id: string | null;
  email: string | null;
  /** `email` in lower case: what is filtered by. */
  email_lower: string | null;
  channel: string;
  currency: string;
  /** Minor units. */
  total: number;
  created_at: TimestamptzColumn;
  updated_at: TimestamptzColumn;
  placed_at: NullableTimestamptzColumn;
  payment_status: string;
  refund_status: string;
  fulfillment_status: string;
  return_status: string;
  /** Open authorizations, in minor units as the two below. */
  authorized: number;
  captured: number;
  refunded: number;
  confirmed_at: NullableTimestamptzColumn;
  completed_at: NullableTimestamptzColumn;
  canceled_at: NullableTimestamptzColumn;
  archived_at: NullableTimestamptzColumn;
  /** The deadline of a pending order; null without one, or once it is no longer pending. */
  expires_at: NullableTimestamptzColumn;
  /** When the first payment operation was requested whose outcome nobody knows. */
  unsettled_since: NullableTimestamptzColumn;
  /** The hash of the newest event: where the next one continues the chain. */
  chain_head: Buffer;
  state: JsonColumn;
}

import type { TimestamptzColumn } from "./time-columns.ts";

/** Which products an order holds: the N:M relation, indexed both ways. Amounts live in the order's state. */
export interface OrderLinesTable {
  tenant_id: string;
  order_id: string;
  line_id: string;
  /** 0-based index in the order. */
  position: number;
  /** Null on a custom line. */
  product_id: string | null;
  quantity: number;
  /** The order's, which never changes: lists of a product's orders are sorted by it. */
  created_at: TimestamptzColumn;
}

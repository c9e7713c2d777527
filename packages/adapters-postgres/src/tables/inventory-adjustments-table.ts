import type { TimestamptzColumn } from "./time-columns.ts";

/** Changes of stock by hand; never updated. */
export interface InventoryAdjustmentsTable {
  tenant_id: string;
  id: string;
  product_id: string;
  /** Units; negative takes away. */
  delta: number;
  reason: string;
  actor_type: string;
  actor_id: string;
  at: TimestamptzColumn;
}

import type { JsonColumn } from "./json-column.ts";
import type { NullableTimestamptzColumn, TimestamptzColumn } from "./time-columns.ts";

export interface ProductsTable {
  tenant_id: string;
  id: string;
  version: number;
  sku: string;
  title: string;
  /** Minor units. */
  price: number;
  currency: string;
  /** Basis points. */
  tax_rate: number;
  tracked: boolean;
  /** Units. */
  on_hand: number;
  /** Units; written only together with the order that moves them. */
  reserved: number;
  metadata: JsonColumn;
  created_at: TimestamptzColumn;
  updated_at: TimestamptzColumn;
  archived_at: NullableTimestamptzColumn;
}

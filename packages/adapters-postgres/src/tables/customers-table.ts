import type { JsonColumn } from "./json-column.ts";
import type { NullableTimestamptzColumn, TimestamptzColumn } from "./time-columns.ts";

export interface CustomersTable {
  tenant_id: string;
  id: string;
  version: number;
  email: string;
  name: string | null;
  phone: string | null;
  metadata: JsonColumn;
  created_at: TimestamptzColumn;
  updated_at: TimestamptzColumn;
  erased_at: NullableTimestamptzColumn;
}

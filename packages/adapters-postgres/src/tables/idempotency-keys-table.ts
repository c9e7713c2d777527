import type { ColumnType, GeneratedAlways } from "kysely";

export interface IdempotencyKeysTable {
  tenant_id: string;
  client_id: string;
  key: string;
  fingerprint: string;
  /** Null only inside the transaction that claimed the key: it records the outcome before it commits. */
  outcome: ColumnType<unknown, never, string>;
  /** The database's clock: keys are forgotten by it. */
  created_at: GeneratedAlways<number>;
}

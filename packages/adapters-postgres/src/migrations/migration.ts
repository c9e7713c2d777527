import type { Kysely } from "kysely";

export interface OrdoMigration {
  up(db: Kysely<unknown>): Promise<void>;
  down(db: Kysely<unknown>): Promise<void>;
  /**
   * False runs it outside a transaction, as CREATE INDEX CONCURRENTLY and updates in batches must. It may
   * then fail half way, so each of its steps must bear being run again. Absent: one transaction, all or nothing.
   */
  readonly transactional?: boolean;
}

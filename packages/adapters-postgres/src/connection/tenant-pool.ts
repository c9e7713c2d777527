import type { TenantId } from "@ordo/application";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { checkOut } from "./check-out.ts";
import { pipeline } from "./pipeline.ts";
import { tenantSetting } from "./tenant-setting.ts";

/**
 * A pool as Kysely sees it, with these differences.
 *
 * With a tenant, each query runs as that tenant: the setting that row-level security reads travels with it.
 *
 * With a deadline, by `performance.now()`, it gives no connection after it.
 *
 * A connection on which a query failed for any other reason than an error that the server reported is
 * closed on release, not reused. After a query timeout the statement still runs on it and its late answer
 * would meet the next borrower; after `BEGIN` timed out the next borrower would find itself inside a
 * transaction.
 */
export const tenantPool = (
  pool: pg.Pool,
  tenantId: TenantId | null,
  deadline = Infinity,
): PostgresPool => ({
  options: pool.options,
  connect: async () => new TenantClient(await checkOut(pool, deadline), tenantId),
  end: () => pool.end(),
});

class TenantClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #tenantId: TenantId | null;
  #unusable = false;

  constructor(client: pg.PoolClient, tenantId: TenantId | null) {
    this.#client = client;
    this.#tenantId = tenantId;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(query: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof query !== "string") throw new Error("no cursor is configured");
    return this.#run(query, parameters);
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#unusable);
  }

  async #run(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    try {
      return this.#tenantId === null || isTransactionControl(sql)
        ? await this.#client.query(sql, [...parameters])
        : await this.#asTenant(this.#tenantId, sql, parameters);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) this.#unusable = true;
      throw error;
    }
  }

  async #asTenant(tenantId: TenantId, text: string, values: readonly unknown[]): Promise<unknown> {
    const [, result] = await pipeline(this.#client, [tenantSetting(tenantId), { text, values }]);
    return result;
  }
}

// These must not share a transaction with the setting in front of them.
const isTransactionControl = (sql: string): boolean =>
  /^(begin|start transaction|commit|rollback|savepoint|release)\b/i.test(sql);

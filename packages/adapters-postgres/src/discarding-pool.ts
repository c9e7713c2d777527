import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";

/**
 * The pool as Kysely sees it, with one difference: a connection on which a query failed for any other
 * reason than an error that the server reported is closed on release, not reused. After a query timeout
 * the statement still runs on it and its late answer would meet the next borrower; after `BEGIN` timed
 * out the next borrower would find itself inside a transaction.
 */
export const discardingPool = (pool: pg.Pool): PostgresPool => ({
  options: pool.options,
  connect: async () => new DiscardingClient(await pool.connect()),
  end: () => pool.end(),
});

class DiscardingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  #unusable = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
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
      return await this.#client.query(sql, [...parameters]);
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) this.#unusable = true;
      throw error;
    }
  }
}

import pg from "pg";

/**
 * Runs `work` on a connection of the pool. Afterwards the connection is outside any transaction, or, when
 * that cannot be known, closed.
 */
export const withConnection = async <T>(
  client: pg.PoolClient,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> => {
  let unusable = true;
  try {
    const result = await work(client);
    unusable = false;
    return result;
  } catch (error) {
    unusable = !(await rolledBack(client, error));
    throw error;
  } finally {
    client.release(unusable);
  }
};

const rolledBack = async (client: pg.PoolClient, error: unknown): Promise<boolean> => {
  if (!(error instanceof pg.DatabaseError)) return false;
  try {
    // Outside a transaction a mere warning.
    await client.query("rollback");
    return true;
  } catch {
    return false;
  }
};

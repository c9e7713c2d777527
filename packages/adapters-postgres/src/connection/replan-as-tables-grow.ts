import type pg from "pg";

/** Batches of a connection after which it plans anew. */
const milestones: ReadonlySet<number> = new Set([16, 64, 256, 1_024]);

const batches = new WeakMap<pg.ClientBase, number>();

/**
 * Has a connection forget its plans a few times while it is young. A plan that was made while a table was empty, when
 * every index costs the same, goes by any of them, those of foreign keys too; and it is kept until the table is
 * analyzed, which autovacuum does once a minute. Meanwhile each order would read all orders of its tenant.
 *
 * @param client outside of a transaction
 */
export const replanAsTablesGrow = async (client: pg.ClientBase): Promise<void> => {
  const count = (batches.get(client) ?? 0) + 1;
  batches.set(client, count);
  if (milestones.has(count)) await client.query("discard plans");
};

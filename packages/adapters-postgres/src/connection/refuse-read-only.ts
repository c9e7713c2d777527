import type pg from "pg";

/** The server that answers takes no writes, as the old primary after a failover. */
export class ReadOnlyServer extends Error {
  override readonly name = "ReadOnlyServer";
}

/** What libpq calls `target_session_attrs=read-write`. @throws ReadOnlyServer, and the pool closes the connection */
export const refuseReadOnly = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ readonly transaction_read_only: string }>(
    "show transaction_read_only",
  );
  if (rows[0]?.transaction_read_only !== "off")
    throw new ReadOnlyServer("the PostgreSQL that answers takes no writes");
};

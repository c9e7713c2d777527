import { withClient } from "../with-client.ts";
import { quoteIdentifier, withDatabase } from "./quote-identifier.ts";

/**
 * Makes a database that {@link cloneDatabase} copies: prepared once (migrated,
 * say), then closed to connections, because PostgreSQL copies only a database
 * that nobody uses.
 *
 * @param prepare must have closed its connections when it resolves
 */
export async function createTemplate(
  serverUrl: string,
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<void> {
  const quoted = quoteIdentifier(name);
  await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${quoted}`));
  await prepare(withDatabase(serverUrl, name));
  await withClient(serverUrl, (client) =>
    client.query(`ALTER DATABASE ${quoted} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`),
  );
}

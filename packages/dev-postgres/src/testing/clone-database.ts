import { randomBytes } from "node:crypto";
import { withClient } from "../with-client.ts";
import { quoteIdentifier, withDatabase } from "./quote-identifier.ts";

/** A database of one test file's own. */
export interface TestDatabase {
  readonly url: string;
  /** Removes it, ending the sessions that are left. */
  readonly drop: () => Promise<void>;
}

/** Copies a template made by `createTemplate`. */
export async function cloneDatabase(serverUrl: string, template: string): Promise<TestDatabase> {
  const name = `${template}_${randomBytes(6).toString("hex")}`;
  await withClient(serverUrl, (client) =>
    client.query(
      `CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE ${quoteIdentifier(template)} STRATEGY file_copy`,
    ),
  );
  return {
    url: withDatabase(serverUrl, name),
    drop: () =>
      withClient(serverUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${quoteIdentifier(name)} WITH (FORCE)`);
      }),
  };
}

import { afterAll, beforeAll, inject } from "vitest";
import { cloneDatabase, type TestDatabase } from "../testing/clone-database.ts";
import type {} from "./provided-context.ts";

/**
 * Gives a test file a migrated database of its own, dropped when the file ends.
 *
 * @returns reads the connection string; usable inside hooks and tests
 */
export function useTestDatabase(): () => string {
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    database = await cloneDatabase(inject("postgresUrl"), inject("postgresTemplate"));
  });
  afterAll(() => database?.drop());
  return () => {
    if (database === undefined)
      throw new Error("the test database exists only inside hooks and tests");
    return database.url;
  };
}

import {
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { OrdoMigration } from "../migrations/migration.ts";

/** The SQL that a migration sends, as if every question it asks on the way were answered with no rows. */
export const compiledSql = async (
  migration: OrdoMigration,
  direction: "up" | "down",
): Promise<string> => {
  const driver = new RecordingDriver();
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  await migration[direction](db);
  return driver.statements.map((statement) => `${statement.trim()};\n`).join("");
};

class RecordingDriver extends DummyDriver {
  readonly statements: string[] = [];

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      ...connection,
      streamQuery: () => {
        throw new Error("a migration streams nothing");
      },
      executeQuery: async <R>({ sql }: CompiledQuery): Promise<QueryResult<R>> => {
        this.statements.push(sql);
        return { rows: [] };
      },
    };
  }
}

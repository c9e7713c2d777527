import { type MigrationResult, Migrator } from "kysely/migration";
import { withMigrationDatabase } from "./migration-database.ts";
import { migrations } from "./migrations/index.ts";
import { isSqlState, sqlState } from "./sql-state.ts";

export interface AppliedMigration {
  readonly name: string;
  readonly direction: "up" | "down";
}

export interface MigrationState {
  readonly name: string;
  readonly applied: boolean;
}

/** Told what happens, in a few words. */
export type OnProgress = (message: string) => void;

/** A migration that could not get its locks is tried again this often, so that writers never wait for it. */
const maxAttempts = 10;

/**
 * Brings the database to the newest schema, each migration in a transaction of its own unless it
 * says otherwise. Any number of instances may start at once: one migrates, the others wait for it.
 *
 * @returns what this call applied; empty when there was nothing to do
 * @throws when a migration fails; those before it stay applied
 */
export const migrateToLatest = (
  url: string,
  onProgress: OnProgress = () => undefined,
): Promise<readonly AppliedMigration[]> =>
  withMigrator(url, onProgress, async (migrator) => {
    const applied: AppliedMigration[] = [];
    for (;;) {
      const step = await runStep(migrator, "up", onProgress);
      if (step === undefined) return applied;
      applied.push(step);
    }
  });

/** Takes back the newest migration that is applied; undefined when none is. */
export const migrateDown = (
  url: string,
  onProgress: OnProgress = () => undefined,
): Promise<AppliedMigration | undefined> =>
  withMigrator(url, onProgress, (migrator) => runStep(migrator, "down", onProgress));

/** Every migration that this release knows, oldest first. Changes nothing. */
export const migrationStatus = (url: string): Promise<readonly MigrationState[]> =>
  withMigrationDatabase(url, async ({ db }) => {
    const known = await makeMigrator(db).getMigrations();
    return known.map(({ name, executedAt }) => ({ name, applied: executedAt !== undefined }));
  });

type MigratorDatabase = ConstructorParameters<typeof Migrator>[0]["db"];

const makeMigrator = (db: MigratorDatabase): Migrator =>
  new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });

const withMigrator = <T>(
  url: string,
  onProgress: OnProgress,
  work: (migrator: Migrator) => Promise<T>,
): Promise<T> =>
  withMigrationDatabase(url, ({ db, underLock }) =>
    underLock(onProgress, () => work(makeMigrator(db))),
  );

const runStep = async (
  migrator: Migrator,
  direction: AppliedMigration["direction"],
  onProgress: OnProgress,
): Promise<AppliedMigration | undefined> => {
  const name = await nextMigration(migrator, direction);
  if (name === undefined) return undefined;
  const options = { disableTransactions: !isTransactional(name) };
  for (let attempt = 1; ; attempt += 1) {
    const { error, results = [] } =
      direction === "up" ? await migrator.migrateUp(options) : await migrator.migrateDown(options);
    if (error === undefined) return reported(results[0], onProgress);
    if (attempt === maxAttempts || !isSqlState(error, sqlState.lockNotAvailable)) throw error;
    onProgress(`${name}: a table is in use, trying again`);
  }
};

const nextMigration = async (
  migrator: Migrator,
  direction: AppliedMigration["direction"],
): Promise<string | undefined> => {
  const known = await migrator.getMigrations();
  const next =
    direction === "up"
      ? known.find(({ executedAt }) => executedAt === undefined)
      : known.findLast(({ executedAt }) => executedAt !== undefined);
  return next?.name;
};

const isTransactional = (name: string): boolean => migrations[name]?.transactional !== false;

const reported = (
  result: MigrationResult | undefined,
  onProgress: OnProgress,
): AppliedMigration | undefined => {
  if (result === undefined) return undefined;
  const direction = result.direction === "Up" ? "up" : "down";
  onProgress(`${direction} ${result.migrationName}`);
  return { name: result.migrationName, direction };
};

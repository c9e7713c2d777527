import type { Readiness, ReadinessFault } from "@ordo/adapters-http";
import { migrationStatus } from "@ordo/adapters-postgres";
import type { Pool } from "pg";
import type { Departure } from "./departure.ts";
import { within } from "./within.ts";

/** A probe that takes longer has its answer. */
const patienceMs = 2_000;

/** Can this instance serve? The database answers, its schema is one we know, and we are not about to stop. */
export const makeReadiness = (pool: Pool, databaseUrl: string, departure: Departure) => {
  const isMigrated = makeIsMigrated(databaseUrl);
  return async (): Promise<Readiness> => {
    const database = await checked(pool.query("select 1").then(() => null));
    return {
      database,
      migrations: database ?? (await checked(isMigrated())),
      shutdown: departure.announced ? "shutting down" : null,
    };
  };
};

const checked = async (check: Promise<ReadinessFault | null>): Promise<ReadinessFault | null> => {
  const outcome = check.catch((): ReadinessFault => "does not answer");
  return (await within(patienceMs, outcome)) ? outcome : "does not answer";
};

/** Asked until it is so: a later release may add to the schema, and ours goes on working (expand, contract). */
const makeIsMigrated = (databaseUrl: string) => {
  let migrated = false;
  return async (): Promise<ReadinessFault | null> => {
    migrated ||= (await migrationStatus(databaseUrl)).every(({ applied }) => applied);
    return migrated ? null : "not up to date";
  };
};

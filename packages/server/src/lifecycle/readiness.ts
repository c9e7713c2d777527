import type { Readiness, ReadinessFault } from "@ordo/adapters-http";
import { migrationStatus } from "@ordo/adapters-postgres";
import type { Pool } from "pg";
import type { Departure } from "./departure.ts";
import { within } from "./within.ts";

/** A probe that takes longer has its answer. */
const patienceMs = 2_000;

interface KnownSchema {
  readonly url: string;
  /** Is it known to be up to date? Otherwise the database is asked. */
  readonly migrated: boolean;
}

/** Can this instance serve? The database answers, its schema is one we know, and we are not about to stop. */
export const makeReadiness = (pool: Pool, schema: KnownSchema, departure: Departure) => {
  const isMigrated = makeIsMigrated(schema);
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
const makeIsMigrated = ({ url, migrated: known }: KnownSchema) => {
  let migrated = known;
  return async (): Promise<ReadinessFault | null> => {
    migrated ||= (await migrationStatus(url)).every(({ applied }) => applied);
    return migrated ? null : "not up to date";
  };
};

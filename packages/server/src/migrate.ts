import { isDatabaseUnavailable, migrateToLatest } from "@ordo/adapters-postgres";
import { StartupError } from "./startup-error.ts";

/** Brings the schema up to date. A server that cannot be reached is named, without its password. */
export const migrate = async (url: string): Promise<void> => {
  try {
    await migrateToLatest(url);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    const { host, pathname } = new URL(url);
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `PostgreSQL at ${host}${pathname} does not take connections (${reason}). ` +
        "Start it, or correct DATABASE_URL; without DATABASE_URL, development runs its own.",
      { cause: error },
    );
  }
};

import { resolve } from "node:path";
import type { Config } from "./config.ts";
import { StartupError } from "./startup-error.ts";

/** The PostgreSQL this process works on. */
export interface DatabaseServer {
  readonly url: string;
  /** Stops it when this process started it. */
  close(): Promise<void>;
}

/** The configured server, else the embedded one with its data in `ORDO_DATA_DIR`. */
export const openDatabase = async (
  config: Config,
  say: (message: string) => void,
): Promise<DatabaseServer> => {
  if (config.DATABASE_URL !== undefined)
    return { url: config.DATABASE_URL, close: () => Promise.resolve() };

  // Loaded on demand: production has no embedded server and need not have its package.
  const { DevPostgresError, startEmbeddedPostgres } = await import("@ordo/dev-postgres");
  const dataDir = resolve(config.ORDO_DATA_DIR, "postgres");
  try {
    const server = await startEmbeddedPostgres({ dataDir, onProgress: say });
    return { url: server.url, close: () => server.stop() };
  } catch (error) {
    if (error instanceof DevPostgresError) throw new StartupError(error.message, { cause: error });
    throw error;
  }
};

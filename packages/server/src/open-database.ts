import { resolve } from "node:path";
import type { Config } from "./config/config.ts";
import { StartupError } from "./startup-error.ts";

/** The PostgreSQL this process works on. */
export interface DatabaseServer {
  readonly url: string;
  /** Fulfilled when this process started it and it ended by itself; otherwise never settled. */
  readonly lost: Promise<void>;
  /** Stops it when this process started it. */
  close(): Promise<void>;
}

/** Which database: the part of the configuration that says so. */
export type DatabaseConfig = Pick<Config, "DATABASE_URL" | "ORDO_DATA_DIR">;

/** The configured server, else the embedded one with its data in `ORDO_DATA_DIR`. */
export const openDatabase = async (
  config: DatabaseConfig,
  say: (message: string) => void,
): Promise<DatabaseServer> => {
  if (config.DATABASE_URL !== undefined)
    return {
      url: config.DATABASE_URL,
      lost: new Promise(() => undefined),
      close: () => Promise.resolve(),
    };

  // Loaded on demand: production has no embedded server and need not have its package.
  const { DevPostgresError, startEmbeddedPostgres } = await import("@ordo/dev-postgres");
  const dataDir = resolve(config.ORDO_DATA_DIR, "postgres");
  try {
    const server = await startEmbeddedPostgres({ dataDir, onProgress: say });
    return { url: server.url, lost: server.ended, close: () => server.stop() };
  } catch (error) {
    if (error instanceof DevPostgresError) throw new StartupError(error.message, { cause: error });
    throw error;
  }
};

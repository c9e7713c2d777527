import { resolve } from "node:path";
import type * as devPostgres from "@ordo/dev-postgres";
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

/** The configured server, else the embedded one with its data in `ORDO_DATA_DIR`, which this process then runs. */
export const openDatabase = async (
  config: DatabaseConfig,
  say: (message: string) => void,
): Promise<DatabaseServer> => {
  if (config.DATABASE_URL !== undefined) return configured(config.DATABASE_URL);
  const server = await embedded(config, say, ({ startEmbeddedPostgres }, options) =>
    startEmbeddedPostgres(options),
  );
  return { url: server.url, lost: server.ended, close: () => server.stop() };
};

/** The same for a short task, which may run beside a server: an embedded one that runs already is used as it is. */
export const borrowDatabase = async (
  config: DatabaseConfig,
  say: (message: string) => void,
): Promise<Omit<DatabaseServer, "lost">> => {
  if (config.DATABASE_URL !== undefined) return configured(config.DATABASE_URL);
  const server = await embedded(config, say, ({ borrowEmbeddedPostgres }, options) =>
    borrowEmbeddedPostgres(options),
  );
  return { url: server.url, close: () => server.release() };
};

const configured = (url: string): DatabaseServer => ({
  url,
  lost: new Promise(() => undefined),
  close: () => Promise.resolve(),
});

const embedded = async <T>(
  config: DatabaseConfig,
  say: (message: string) => void,
  start: (launcher: typeof devPostgres, options: devPostgres.EmbeddedPostgresOptions) => Promise<T>,
): Promise<T> => {
  const launcher = await loadDevPostgres();
  const dataDir = resolve(config.ORDO_DATA_DIR, "postgres");
  try {
    return await start(launcher, { dataDir, onProgress: say });
  } catch (error) {
    if (error instanceof launcher.DevPostgresError)
      throw new StartupError(error.message, { cause: error });
    throw error;
  }
};

// Loaded on demand: production has no embedded server and has not got its package.
const loadDevPostgres = async (): Promise<typeof devPostgres> => {
  try {
    return await import("@ordo/dev-postgres");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND"))
      throw error;
    throw new StartupError(
      "Set DATABASE_URL: the PostgreSQL that development runs without it is in Ordo's repository alone.",
      { cause: error },
    );
  }
};

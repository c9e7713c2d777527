import { resolve } from "node:path";
import { connectionString, readPassword } from "./credentials.ts";
import type { DataDir } from "./data-dir.ts";
import { DataDirInUseError, DevPostgresError } from "./dev-postgres-error.ts";
import { openDataDir } from "./open-data-dir.ts";
import { livingOwner } from "./owner-lock.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { probe } from "./probe.ts";
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import { waitUntil } from "./wait-until.ts";

/** A running PostgreSQL, for as long as a task takes. */
export interface BorrowedPostgres {
  /** Connection string of the superuser. */
  readonly url: string;
  /** Stops it if it was started for this; leaves it alone if it is another process's. */
  readonly release: () => Promise<void>;
}

/** Its owner may just be starting it, and recovering what a crash left. */
const answerTimeoutMs = 120_000;
/** The directory's owner may change between a look and a start. */
const attempts = 3;

/**
 * PostgreSQL on a data directory for a short task: the server that another process runs there, which stays
 * that process's, else one that this process starts.
 *
 * @throws DevPostgresError when it cannot; the message says what to do
 */
export async function borrowEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<BorrowedPostgres> {
  const { dir } = await openDataDir(resolve(options.dataDir));
  for (let attempt = 1; ; attempt += 1) {
    const url = await urlOfOwned(dir, options.onProgress);
    if (url !== undefined) return { url, release: () => Promise.resolve() };
    try {
      const server = await startEmbeddedPostgres(options);
      return { url: server.url, release: server.stop };
    } catch (error) {
      // Somebody was quicker: theirs will do.
      if (!(error instanceof DataDirInUseError) || attempt === attempts) throw error;
    }
  }
}

/** Where the server of the directory's owner answers; `undefined` when there is no owner, or none any more. */
async function urlOfOwned(
  dir: DataDir,
  onProgress: (message: string) => void = () => undefined,
): Promise<string | undefined> {
  let owner = await livingOwner(dir.lockFile);
  if (owner === undefined) return undefined;
  onProgress(`using the PostgreSQL that process ${String(owner)} runs`);
  let url: string | undefined;
  await waitUntil(async () => {
    owner = await livingOwner(dir.lockFile);
    if (owner !== undefined) url = await answeringUrl(dir);
    return owner === undefined || url !== undefined;
  }, answerTimeoutMs);
  if (owner === undefined || url !== undefined) return url;
  throw new DevPostgresError(
    `Process ${String(owner)} uses the data directory ${dir.root}, but its PostgreSQL does not answer. ` +
      `Stop that process (kill -INT ${String(owner)}) and try again; the log is ${dir.logFile}.`,
  );
}

async function answeringUrl(dir: DataDir): Promise<string | undefined> {
  const port = (await readPostmasterFile(dir.postmasterFile))?.port;
  if (port === undefined) return undefined;
  const url = connectionString(port, await readPassword(dir.passwordFile));
  return (await probe(url, dir.cluster)) === "ready" ? url : undefined;
}

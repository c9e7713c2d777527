import { resolve } from "node:path";
import { adoptPostmaster } from "./adopt-postmaster.ts";
import { connectionString, readPassword } from "./credentials.ts";
import { initCluster } from "./init-cluster.ts";
import { openDataDir, type OpenDataDir } from "./open-data-dir.ts";
import { lockDataDir } from "./owner-lock.ts";
import { platformBinaries } from "./platform-binaries.ts";
import { type Postmaster, stopPostmaster } from "./postmaster.ts";
import { whenEnded } from "./processes/when-ended.ts";
import type { ServerSettings } from "./server-settings.ts";
import { spawnPostmaster } from "./spawn-postmaster.ts";

export interface EmbeddedPostgresOptions {
  /** Where the cluster, its password and its log live. Made when missing. */
  readonly dataDir: string;
  /** Told in a few words what takes time. */
  readonly onProgress?: (message: string) => void;
  /** Extra settings; durable ones are the default. An adopted server keeps those it was started with. */
  readonly settings?: ServerSettings;
}

/** A running PostgreSQL that this process owns. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser. */
  readonly url: string;
  readonly port: number;
  /** The server's process id. */
  readonly pid: number;
  /** Whether the server was found running, left over by a process that was killed. */
  readonly adopted: boolean;
  /** Fulfilled when the server is gone without having been stopped; otherwise never settled. */
  readonly ended: Promise<void>;
  /** Ends every session, stops the server and waits until it is gone. Idempotent. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on a data directory, or adopts the one that a killed
 * process left running there, and resolves when it accepts connections.
 *
 * @throws DevPostgresError when it cannot; the message says what to do
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const open = await openDataDir(resolve(options.dataDir));
  const unlock = await lockDataDir(open.dir.root, open.dir.lockFile, options.onProgress);
  try {
    const { postmaster, password, adopted } = await startOrAdopt(open, options);
    const { ended, callOff } = whenEnded(postmaster.pid);
    let stopping: Promise<void> | undefined;
    const stop = () => {
      callOff();
      return stopAndUnlock(postmaster.pid, unlock);
    };
    return {
      url: connectionString(postmaster.port, password),
      port: postmaster.port,
      pid: postmaster.pid,
      adopted,
      ended,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function stopAndUnlock(pid: number, unlock: () => Promise<void>): Promise<void> {
  try {
    await stopPostmaster(pid);
  } finally {
    await unlock();
  }
}

interface Started {
  readonly postmaster: Postmaster;
  readonly password: string;
  readonly adopted: boolean;
}

async function startOrAdopt(open: OpenDataDir, options: EmbeddedPostgresOptions): Promise<Started> {
  const { dir, account } = open;
  const { onProgress = () => undefined, settings = {} } = options;
  const binaries = await platformBinaries();
  if (!open.initialised) {
    onProgress("creating the database cluster (once)");
    await initCluster(dir, account, binaries, settings["fsync"] !== false);
  }
  const password = await readPassword(dir.passwordFile);
  const orphan = await adoptPostmaster(dir, password);
  if (orphan !== undefined) {
    onProgress("adopting the PostgreSQL that was left running");
    return { postmaster: orphan, password, adopted: true };
  }
  onProgress("starting PostgreSQL");
  const postmaster = await spawnPostmaster({ dir, account, binaries, password, settings });
  return { postmaster, password, adopted: false };
}

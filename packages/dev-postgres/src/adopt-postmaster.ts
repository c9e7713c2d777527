import { connectionString } from "./credentials.ts";
import type { DataDir } from "./data-dir.ts";
import { DevPostgresError } from "./dev-postgres-error.ts";
import { ordoSessions } from "./ordo-sessions.ts";
import { type Postmaster, stopPostmaster } from "./postmaster.ts";
import { disownPostmasterFile, readPostmasterFile } from "./postmaster-file.ts";
import { probe } from "./probe.ts";
import { commandLine } from "./processes/command-line.ts";
import { isRunning } from "./processes/is-running.ts";
import { waitUntil } from "./wait-until.ts";

const answerTimeoutMs = 120_000;
/** A killed server's sessions end as soon as their backends notice. */
const farewellMs = 3_000;

/**
 * Takes over the server that a killed process left running on this cluster.
 *
 * @returns `undefined` when there is none
 */
export async function adoptPostmaster(
  dir: DataDir,
  password: string,
): Promise<Postmaster | undefined> {
  const file = await readPostmasterFile(dir.postmasterFile);
  if (file === undefined) return undefined;
  const serving = await isServing(dir.cluster, file.pid);
  const port = serving ? await answeringPort(dir, password, file.pid) : undefined;
  if (port === undefined) {
    if (serving) await stopPostmaster(file.pid);
    await disownPostmasterFile(dir.postmasterFile);
    return undefined;
  }
  await refuseIfInUse(dir, connectionString(port, password), file.pid);
  return { pid: file.pid, port };
}

/** Whether the process is this cluster's server, and not another program that was given its id since. */
async function isServing(cluster: string, pid: number): Promise<boolean> {
  if (!isRunning(pid)) return false;
  const command = await commandLine(pid);
  return command === undefined || isServerOf(cluster, command);
}

/** Exported for its spec. */
export function isServerOf(cluster: string, command: string): boolean {
  return command.includes("postgres") && command.includes(`-D ${cluster} `);
}

async function answeringPort(
  dir: DataDir,
  password: string,
  pid: number,
): Promise<number | undefined> {
  let ready: number | undefined;
  await waitUntil(async () => {
    if (!isRunning(pid)) return true;
    const port = (await readPostmasterFile(dir.postmasterFile))?.port;
    if (
      port !== undefined &&
      (await probe(connectionString(port, password), dir.cluster)) === "ready"
    ) {
      ready = port;
    }
    return ready !== undefined;
  }, answerTimeoutMs);
  return ready;
}

async function refuseIfInUse(dir: DataDir, url: string, pid: number): Promise<void> {
  let sessions = await ordoSessions(url);
  await waitUntil(async () => {
    sessions = await ordoSessions(url);
    return sessions.length === 0;
  }, farewellMs);
  if (sessions.length === 0) return;
  throw new DevPostgresError(
    `The database in ${dir.root} (PostgreSQL process ${String(pid)}) is in use by another Ordo: ${sessions.join(", ")}. ` +
      "Stop that process, or set ORDO_DATA_DIR to another directory.",
  );
}

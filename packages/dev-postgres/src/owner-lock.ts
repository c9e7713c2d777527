import { link, rename, rm, writeFile } from "node:fs/promises";
import { DevPostgresError } from "./dev-postgres-error.ts";
import { hasCode } from "./has-code.ts";
import { isRunning } from "./processes/is-running.ts";
import { processStat } from "./processes/process-stat.ts";
import { readIfPresent } from "./read-if-present.ts";

/** Which process uses a data directory. */
interface Owner {
  readonly pid: number;
  readonly startTime: string | undefined;
}

/**
 * Takes a data directory for this process. The lock of a process that no longer
 * runs is taken over, so a SIGKILL leaves nothing to clean up by hand.
 *
 * @returns releases the lock
 */
export async function lockDataDir(root: string, lockFile: string): Promise<() => Promise<void>> {
  const mine = `${lockFile}.${String(process.pid)}`;
  const owner: Owner = { pid: process.pid, startTime: processStat(process.pid)?.startTime };
  await writeFile(mine, JSON.stringify(owner));
  try {
    // link(2) creates the lock with its content in one step, or fails because there is one.
    while (!(await linked(mine, lockFile))) await removeIfStale(root, lockFile);
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(lockFile, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function removeIfStale(root: string, lockFile: string): Promise<void> {
  const text = await readIfPresent(lockFile);
  if (text === undefined) return;
  const owner = parseOwner(text);
  if (owner !== undefined && isAlive(owner)) {
    throw new DevPostgresError(
      `The data directory ${root} is in use by the running process ${String(owner.pid)}. ` +
        `Stop it (kill -INT ${String(owner.pid)}), or set ORDO_DATA_DIR to another directory.`,
    );
  }
  // Renamed before it is removed: of two processes that see the same stale lock only one gets it.
  const stale = `${lockFile}.stale.${String(process.pid)}`;
  try {
    await rename(lockFile, stale);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  await rm(stale, { force: true });
}

function isAlive(owner: Owner): boolean {
  if (!isRunning(owner.pid)) return false;
  return owner.startTime === undefined || processStat(owner.pid)?.startTime === owner.startTime;
}

function parseOwner(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("pid" in value)) return undefined;
    if (typeof value.pid !== "number") return undefined;
    const startTime = "startTime" in value ? value.startTime : undefined;
    return { pid: value.pid, startTime: typeof startTime === "string" ? startTime : undefined };
  } catch {
    return undefined;
  }
}

import { link, rename, rm, writeFile } from "node:fs/promises";
import { DataDirInUseError } from "./dev-postgres-error.ts";
import { hasCode } from "./has-code.ts";
import { isRunning } from "./processes/is-running.ts";
import { processStat } from "./processes/process-stat.ts";
import { readIfPresent } from "./read-if-present.ts";
import { waitUntil } from "./wait-until.ts";

/** Which process uses a data directory. */
interface Owner {
  readonly pid: number;
  readonly startTime: string | undefined;
}

/** A process that was told to stop, or whose launcher was killed, is on its way out. */
const farewellMs = 5_000;

/**
 * Takes a data directory for this process. The lock of a process that no longer
 * runs is taken over, so a SIGKILL leaves nothing to clean up by hand; one that
 * is just stopping is waited for.
 *
 * @returns releases the lock
 * @throws DataDirInUseError when another process goes on using it
 */
export async function lockDataDir(
  root: string,
  lockFile: string,
  onProgress: (message: string) => void = () => undefined,
): Promise<() => Promise<void>> {
  const mine = `${lockFile}.${String(process.pid)}`;
  const self: Owner = { pid: process.pid, startTime: processStat(process.pid)?.startTime };
  await writeFile(mine, JSON.stringify(self));
  try {
    // link(2) creates the lock with its content in one step, or fails because there is one.
    while (!(await linked(mine, lockFile))) {
      const owner = parseOwner((await readIfPresent(lockFile)) ?? "");
      if (owner !== undefined && isAlive(owner)) await waitFor(owner, root, onProgress);
      else await removeStale(lockFile);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(lockFile, { force: true });
}

/** The process that uses the directory now, by its id; `undefined` when none does. */
export async function livingOwner(lockFile: string): Promise<number | undefined> {
  const owner = parseOwner((await readIfPresent(lockFile)) ?? "");
  return owner !== undefined && isAlive(owner) ? owner.pid : undefined;
}

async function waitFor(
  owner: Owner,
  root: string,
  onProgress: (message: string) => void,
): Promise<void> {
  if (owner.pid !== process.pid) {
    onProgress(`waiting for process ${String(owner.pid)}, which uses ${root}, to stop`);
    if (await waitUntil(() => !isAlive(owner), farewellMs)) return;
  }
  throw new DataDirInUseError(
    `Ordo already runs on the data directory ${root}, as process ${String(owner.pid)}. Use that one, ` +
      `or stop it (kill -INT ${String(owner.pid)}), or start a second one with an ORDO_DATA_DIR and a PORT of its own.`,
  );
}

/** Renamed before it is removed: of two processes that see the same stale lock only one gets it. */
async function removeStale(lockFile: string): Promise<void> {
  const stale = `${lockFile}.stale.${String(process.pid)}`;
  try {
    await rename(lockFile, stale);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  await rm(stale, { force: true });
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

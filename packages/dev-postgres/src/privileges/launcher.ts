import { execFile, type SpawnOptions } from "node:child_process";
import { promisify } from "node:util";
import { DevPostgresError } from "../dev-postgres-error.ts";
import type { Account } from "./account.ts";
import { currentAccount } from "./current-account.ts";
import { isReachableBy } from "./reachable.ts";

const run = promisify(execFile);

/** How to spawn a server program under the right account. */
export interface Launcher {
  readonly command: (
    program: string,
    args: readonly string[],
  ) => readonly [string, readonly string[]];
  readonly spawnOptions: Pick<SpawnOptions, "uid" | "gid">;
}

const direct: Launcher["command"] = (program, args) => [program, args];

/**
 * Chooses the least privilege that works: our own account, a plain change of
 * uid, or, when root's private directories stand in the way, a change of uid
 * that keeps the one capability to pass through them.
 *
 * @param paths what the account must reach: the programs and the data directory
 */
export async function launcherFor(
  account: Account,
  paths: readonly string[],
  override: () => Promise<Launcher | undefined> = () => setprivLauncher(account),
): Promise<Launcher> {
  if (account.uid === currentAccount().uid) return { command: direct, spawnOptions: {} };
  const reachable = await Promise.all(paths.map((path) => isReachableBy(account, path)));
  const blocked = paths.filter((_, index) => reachable[index] === false);
  if (blocked.length === 0) {
    return { command: direct, spawnOptions: { uid: account.uid, gid: account.gid } };
  }
  const launcher = await override();
  if (launcher !== undefined) return launcher;
  throw new DevPostgresError(
    `PostgreSQL runs as uid ${String(account.uid)} because it refuses to run as root, but that user cannot reach ${blocked.join(" and ")}. ` +
      "Set ORDO_DATA_DIR to a directory that it can reach (and move the checkout out of root's home), or start as an ordinary user.",
  );
}

/**
 * `no_setuid_fixup` matters: without it access(2) ignores the capability, and
 * initdb concludes that it cannot execute postgres.
 */
async function setprivLauncher({ uid, gid }: Account): Promise<Launcher | undefined> {
  const options = [
    `--reuid=${String(uid)}`,
    `--regid=${String(gid)}`,
    "--clear-groups",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
    "--",
  ];
  try {
    await run("setpriv", [...options, "true"]);
  } catch {
    return undefined;
  }
  return {
    command: (program, args) => ["setpriv", [...options, program, ...args]],
    spawnOptions: {},
  };
}

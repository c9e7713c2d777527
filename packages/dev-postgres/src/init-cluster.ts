import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, mkdtemp, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { superuser } from "./credentials.ts";
import { type DataDir, instancePaths } from "./data-dir.ts";
import { DevPostgresError } from "./dev-postgres-error.ts";
import type { PlatformBinaries } from "./platform-binaries.ts";
import type { Account } from "./privileges/account.ts";
import { currentAccount } from "./privileges/current-account.ts";
import { launcherFor } from "./privileges/launcher.ts";
import { serverEnvironment } from "./server-environment.ts";

const run = promisify(execFile);
const unfinished = "initdb-";
const initTimeoutMs = 120_000;

/**
 * Creates the cluster and its random password. Everything is made in a
 * temporary directory and renamed at the end, so that an interrupted run leaves
 * nothing that looks finished.
 *
 * @param durable whether to flush the new cluster to disk before it is used
 */
export async function initCluster(
  dir: DataDir,
  account: Account,
  binaries: PlatformBinaries,
  durable: boolean,
): Promise<void> {
  await removeUnfinished(dir.root);
  const paths = instancePaths(await mkdtemp(join(dir.root, unfinished)));
  await mkdir(paths.cluster, { mode: 0o700 });
  await writeFile(paths.passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (account.uid !== currentAccount().uid) {
    for (const path of Object.values(paths)) await chown(path, account.uid, account.gid);
  }
  const launcher = await launcherFor(account, [binaries.initdb, paths.cluster]);
  const args = [
    ["-D", paths.cluster],
    ["-U", superuser],
    ["-E", "UTF8"],
    ["--no-locale"],
    ["--auth=scram-sha-256"],
    [`--pwfile=${paths.passwordFile}`],
    durable ? [] : ["--no-sync"],
  ].flat();
  const [command, commandArgs] = launcher.command(binaries.initdb, args);
  try {
    await run(command, [...commandArgs], {
      ...launcher.spawnOptions,
      cwd: "/",
      env: serverEnvironment(),
      timeout: initTimeoutMs,
    });
  } catch (cause) {
    const detail =
      cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim() : String(cause);
    throw new DevPostgresError(
      `PostgreSQL could not create its cluster in ${dir.root}:\n${detail}`,
      {
        cause,
      },
    );
  }
  await rename(paths.instance, dir.instance);
}

async function removeUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (name.startsWith(unfinished)) await rm(join(root, name), { recursive: true, force: true });
  }
}

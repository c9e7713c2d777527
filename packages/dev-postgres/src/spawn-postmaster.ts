import { spawn } from "node:child_process";
import { once } from "node:events";
import { connectionString } from "./credentials.ts";
import type { DataDir } from "./data-dir.ts";
import { DevPostgresError } from "./dev-postgres-error.ts";
import { freePort } from "./free-port.ts";
import type { PlatformBinaries } from "./platform-binaries.ts";
import { type Postmaster, stopPostmaster } from "./postmaster.ts";
import type { Account } from "./privileges/account.ts";
import { launcherFor } from "./privileges/launcher.ts";
import { probe } from "./probe.ts";
import { isRunning } from "./processes/is-running.ts";
import { serverEnvironment } from "./server-environment.ts";
import { lastLines, openServerLog } from "./server-log.ts";
import { type ServerSettings, serverArguments } from "./server-settings.ts";
import { waitUntil } from "./wait-until.ts";

const readyTimeoutMs = 120_000;
const attempts = 20;

/** Failures that pass: the port was taken meanwhile; the backends of a killed server still hold its memory. */
const passing = /Address already in use|shared memory block .* is still in use/;

export interface SpawnPostmasterOptions {
  readonly dir: DataDir;
  readonly account: Account;
  readonly binaries: PlatformBinaries;
  readonly password: string;
  readonly settings: ServerSettings;
}

/** Starts PostgreSQL in a session of its own and waits until it accepts connections. */
export async function spawnPostmaster(options: SpawnPostmasterOptions): Promise<Postmaster> {
  const { dir, password } = options;
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = await spawnOnce(options);
    const url = connectionString(postmaster.port, password);
    const alive = () => isRunning(postmaster.pid);
    const settled = await waitUntil(
      async () => !alive() || (await probe(url, dir.cluster)) === "ready",
      readyTimeoutMs,
    );
    if (settled && alive()) return postmaster;
    const log = await lastLines(dir.logFile);
    if (!settled) {
      await stopPostmaster(postmaster.pid);
      throw new DevPostgresError(
        `PostgreSQL did not become ready. Its log (${dir.logFile}) ends:\n${log}`,
      );
    }
    if (attempt === attempts || !passing.test(log)) {
      throw new DevPostgresError(
        `PostgreSQL did not start. Its log (${dir.logFile}) ends:\n${log}`,
      );
    }
    await waitUntil(() => false, 100);
  }
}

async function spawnOnce(options: SpawnPostmasterOptions): Promise<Postmaster> {
  const { dir, account, binaries, settings } = options;
  const launcher = await launcherFor(account, [binaries.postgres, dir.cluster]);
  const port = await freePort();
  const args = ["-D", dir.cluster, ...serverArguments(port, settings)];
  const [command, commandArgs] = launcher.command(binaries.postgres, args);
  const log = await openServerLog(dir.logFile);
  try {
    const child = spawn(command, commandArgs, {
      ...launcher.spawnOptions,
      cwd: "/",
      env: serverEnvironment(),
      // A session of its own: Ctrl-C reaches us alone, and we stop the database last.
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    await once(child, "spawn");
    child.unref();
    if (child.pid === undefined) throw new Error("a spawned process has an id");
    return { pid: child.pid, port };
  } finally {
    await log.close();
  }
}

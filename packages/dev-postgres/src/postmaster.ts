import { DevPostgresError } from "./dev-postgres-error.ts";
import { hasCode } from "./has-code.ts";
import { isRunning } from "./processes/is-running.ts";
import { waitUntil } from "./wait-until.ts";

/** A PostgreSQL server process, spawned by us or adopted. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const fastShutdownMs = 10_000;
const immediateShutdownMs = 5_000;

/**
 * Stops the server: fast shutdown (sessions are ended, nothing is lost), and if
 * that hangs immediate shutdown (recovery at the next start).
 */
export async function stopPostmaster(pid: number): Promise<void> {
  const stopped = () => !isRunning(pid);
  signal(pid, "SIGINT");
  if (await waitUntil(stopped, fastShutdownMs)) return;
  signal(pid, "SIGQUIT");
  if (await waitUntil(stopped, immediateShutdownMs)) return;
  throw new DevPostgresError(
    `PostgreSQL (process ${String(pid)}) does not stop. Stop it by hand: kill -QUIT ${String(pid)}`,
  );
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT"): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!hasCode(error, "ESRCH")) throw error;
  }
}

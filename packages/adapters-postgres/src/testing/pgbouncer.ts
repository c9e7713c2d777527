import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** Debian's pgbouncer, when it is installed. */
export const isPgbouncerInstalled = (): boolean => {
  try {
    execFileSync("pgbouncer", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** pgbouncer on 127.0.0.1, set up as docs/operations/postgres.md says. */
export interface Pgbouncer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * @param url of the database behind it, as the login of the API
 * @param serverConnections that all clients share
 */
export const startPgbouncer = async (
  url: string,
  serverConnections: number,
): Promise<Pgbouncer> => {
  const directory = await mkdtemp(join(tmpdir(), "ordo-pgbouncer-"));
  // Started by root it goes on as another user, who must be able to read these.
  await chmod(directory, 0o755);
  const port = await freePort();
  const file = join(directory, "pgbouncer.ini");
  const users = join(directory, "users.txt");
  const target = new URL(url);
  await writeFile(users, `"${target.username}" "${decodeURIComponent(target.password)}"\n`);
  await writeFile(file, configuration(target, { port, users, serverConnections }));
  const asNobody = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const child = spawn("pgbouncer", [...asNobody, file], { stdio: ["ignore", "ignore", "pipe"] });
  let log = "";
  child.stderr.on("data", (data) => (log += String(data)));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    await rm(directory, { recursive: true, force: true });
  };

  target.hostname = "127.0.0.1";
  target.port = String(port);
  while (!(await answers(target.href))) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`pgbouncer ended:\n${log}`);
    }
    await sleep(20);
  }
  return { url: target.href, stop };
};

interface Settings {
  readonly port: number;
  readonly users: string;
  readonly serverConnections: number;
}

const configuration = ({ hostname, port }: URL, settings: Settings): string => `
[databases]
* = host=${hostname} port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(settings.port)}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${settings.users}
pool_mode = transaction
default_pool_size = ${String(settings.serverConnections)}
max_client_conn = 200
ignore_startup_parameters = options,statement_timeout,lock_timeout,idle_in_transaction_session_timeout
`;

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
};

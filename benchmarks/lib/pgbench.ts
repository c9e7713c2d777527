import { execFile } from "node:child_process";
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const pgbenchProgram = (): string => {
  const found = globSync("/usr/lib/postgresql/*/bin/pgbench").toSorted().at(-1);
  const program = process.env["PGBENCH"] ?? found ?? "/usr/bin/pgbench";
  if (!existsSync(program))
    throw new Error("pgbench is missing: apt-get install postgresql-contrib, or set PGBENCH");
  return program;
};

export interface PgbenchRun {
  readonly url: string;
  readonly script: string;
  readonly clients: number;
  readonly seconds: number;
}

/** Transactions per second of a script, prepared. */
export const pgbench = async ({ url, script, clients, seconds }: PgbenchRun): Promise<number> => {
  const directory = mkdtempSync(join(tmpdir(), "ordo-bench-"));
  const file = join(directory, "script.sql");
  writeFileSync(file, script);
  const { hostname, port, username, password, pathname } = new URL(url);
  const jobs = Math.min(clients, 2);
  const { stdout } = await run(
    pgbenchProgram(),
    [
      "-n",
      "-M",
      "prepared",
      "-f",
      file,
      "-c",
      String(clients),
      "-j",
      String(jobs),
      "-T",
      String(seconds),
    ].concat(["-h", hostname, "-p", port, "-U", decodeURIComponent(username), pathname.slice(1)]),
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } },
  );
  rmSync(directory, { recursive: true });
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (rate === undefined || !/number of failed transactions: 0 /.test(stdout))
    throw new Error(`pgbench failed:\n${stdout}`);
  return Number(rate);
};

/** The number of clients with which the script runs fastest. */
export const bestClients = async (url: string, script: string): Promise<number> => {
  let best = { clients: 0, rate: 0 };
  for (const clients of [4, 8, 16, 32]) {
    const rate = await pgbench({ url, script, clients, seconds: 2 });
    if (rate > best.rate) best = { clients, rate };
  }
  return best.clients;
};

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface WrkRun {
  readonly port: number;
  /** Lua that defines `request`. */
  readonly script: string;
  readonly connections: number;
  readonly seconds: number;
}

/**
 * Good answers per second to wrk: a client in C, so that the load costs the machine as little as pgbench's does.
 *
 * @throws when an answer was not good, since a refusal is quicker than the work
 */
export const wrk = async ({ port, script, connections, seconds }: WrkRun): Promise<number> => {
  const directory = mkdtempSync(join(tmpdir(), "ordo-bench-"));
  const file = join(directory, "script.lua");
  writeFileSync(file, script + done);
  try {
    const options = ["-t", "1", "-c", String(connections), "-d", `${String(seconds)}s`];
    const target = ["--timeout", "10s", "-s", file, `http://127.0.0.1:${String(port)}`];
    const { stdout } = await run("wrk", [...options, ...target]).catch(explainMissing);
    const [requests = 0, microseconds = 0, faults = 0] =
      /^bench (\d+) (\d+) (\d+)$/m.exec(stdout)?.slice(1).map(Number) ?? [];
    if (faults > 0 || requests === 0) throw new Error(`requests failed:\n${stdout}`);
    return (requests / microseconds) * 1e6;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

const done = `
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("bench %d %d %d\\n", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;

const explainMissing = (error: unknown): never => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    throw new Error("wrk is missing: apt-get install wrk", { cause: error });
  throw error;
};

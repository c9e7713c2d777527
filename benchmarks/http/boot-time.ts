import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startBuiltServer } from "../../attacks/lib/start-server.ts";
import { effort } from "../lib/effort.ts";
import type { Measure } from "../lib/results.ts";
import { median } from "../lib/statistics.ts";

const build = fileURLToPath(new URL("../../scripts/prepare.mjs", import.meta.url));

/**
 * From the start of the process until it answers that it is ready, of what the image runs: built, on a schema
 * that is there already, and with the code that an earlier start compiled.
 */
export const bootTime = async (
  url: string,
  environment: Readonly<Record<string, string>>,
): Promise<Measure> => {
  execFileSync(process.execPath, [build], { stdio: "inherit" });
  await bootOnce(url, environment);
  const times: number[] = [];
  for (let round = 0; round < effort.rounds; round += 1)
    times.push(await bootOnce(url, environment));
  return {
    name: "boot of the server",
    value: median(times),
    unit: "s",
    target: 1,
    note: "built; not its first start",
  };
};

/** In seconds. */
const bootOnce = async (
  url: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> => {
  const start = performance.now();
  const server = await startBuiltServer(url, environment);
  const seconds = (performance.now() - start) / 1_000;
  await server.stop();
  return seconds;
};

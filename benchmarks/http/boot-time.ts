import { startBuiltServer } from "../../attacks/lib/start-server.ts";
import { effort } from "../lib/effort.ts";
import type { Measure } from "../lib/results.ts";
import { median } from "../lib/statistics.ts";

/**
 * From the start of the process until it answers that it is ready, on a schema that is there already, and with the
 * code that an earlier start compiled.
 */
export const bootTime = async (
  url: string,
  environment: Readonly<Record<string, string>>,
): Promise<Measure> => {
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

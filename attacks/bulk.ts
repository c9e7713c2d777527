import { setTimeout as sleep } from "node:timers/promises";
import { isBad, makeBulkClient } from "./lib/bulk-client.ts";
import { type MemoryReading, residentMemory, watchMemory } from "./lib/memory.ts";
import { startDatabase } from "./lib/start-database.ts";
import { aToken, startServer } from "./lib/start-server.ts";
import { wholeNumber } from "./lib/whole-number.ts";

const orders = wholeNumber("ATTACK_ORDERS", 100_000);
const parts = 10;
/** One stream of all may take so much more memory than many of a part, one after the other. */
const flat = 1.1;
/** What outgrows this ends the process; without a limit the collector would let garbage lie, and hide the rest. */
const heapMiB = 192;
/** P10 of the targets: an export beside the same process at rest. */
const beside = 1.3;

/**
 * Many orders through import and export, and the server's memory stays flat. The same work is done twice, as ten
 * streams and as one: what the collector leaves lying about grows with the work, what a stream holds with its length.
 */
export const attackBulk = async (): Promise<boolean> => {
  await using started = new AsyncDisposableStack();
  const database = await startDatabase();
  started.defer(() => database.stop());
  const server = await startServer(database.url, {
    WORKERS: "1",
    NODE_OPTIONS: `--max-old-space-size=${heapMiB}`,
  });
  started.defer(() => server.stop());
  const { pid } = server.process;
  if (pid === undefined) throw new Error("the server is no process");
  const client = makeBulkClient(server.port, await aToken());
  const atBoot = await residentMemory(pid);
  console.log(`at rest after boot: ${atBoot.toFixed(0)} MiB`);

  const importAll = (channel: string, count: number) =>
    watchMemory(pid, async () => {
      const { placed, refused } = await client.importOrders(count, channel);
      const bad = Array.from({ length: count }, (_, index) => index + 1).filter(isBad);
      const told = bad.every((line) => refused.get(line) === "invalid-request");
      return placed === count - bad.length && told ? placed : Number.NaN;
    });
  const exportAll = (channel: string) => watchMemory(pid, () => client.exportOrders(channel));

  const streams = async (name: string, count: number, each: number) => {
    const imports: (MemoryReading & { readonly result: number })[] = [];
    const exports: typeof imports = [];
    for (let stream = 1; stream <= count; stream += 1) {
      imports.push(await importAll(`${name}-${stream}`, each));
      if (stream === 1 || stream === count) tell(`import ${stream} of ${each}`, imports.at(-1));
    }
    await sleep(restMs);
    const atRest = await residentMemory(pid);
    for (let stream = 1; stream <= count; stream += 1) {
      exports.push(await exportAll(`${name}-${stream}`));
      if (stream === 1 || stream === count) tell(`export ${stream} of ${each}`, exports.at(-1));
    }
    const results = (readings: typeof imports) => readings.map(({ result }) => result).join();
    return {
      import: Math.max(...imports.map(({ peak }) => peak)),
      export: Math.max(...exports.map(({ peak }) => peak)),
      atRest,
      sound: results(imports) === results(exports),
    };
  };

  const many = await streams("part", parts, Math.ceil(orders / parts));
  const one = await streams("all", 1, orders);
  const ratio = { import: one.import / many.import, export: one.export / many.export };
  const exporting = one.export / one.atRest;
  console.log(
    `\none stream ÷ ten: import ${ratio.import.toFixed(2)}, export ${ratio.export.toFixed(2)} (at most ${flat})`,
  );
  console.log(`export ÷ at rest: ${exporting.toFixed(2)} (at most ${beside})`);
  console.log(
    `most of all ÷ after boot: ${(Math.max(one.export, many.export) / atBoot).toFixed(2)}`,
  );
  const sound = many.sound && one.sound;
  if (!sound) console.log("ORDERS ARE MISSING, OR A BAD LINE WAS NOT TOLD");
  return sound && ratio.import <= flat && ratio.export <= flat && exporting <= beside;
};

const restMs = 2_000;

const tell = (
  what: string,
  reading: (MemoryReading & { readonly result: number }) | undefined,
): void => {
  if (!reading) return;
  const { peak, samples, seconds, result } = reading;
  const step = Math.max(1, Math.ceil(samples.length / 10));
  const shown = samples.filter((_, index) => index % step === 0).map((sample) => sample.toFixed(0));
  console.log(
    `${what}: ${result} in ${seconds.toFixed(0)} s, peak ${peak.toFixed(0)} MiB (${shown.join(" ")})`,
  );
};

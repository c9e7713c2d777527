import { fileURLToPath } from "node:url";
import { openLoop } from "../../attacks/lib/load.ts";
import { type ServerProcess, startProcess } from "../../attacks/lib/start-server.ts";
import type { Shop } from "../lib/a-shop.ts";
import { effort } from "../lib/effort.ts";
import { bestClients, pgbench } from "../lib/pgbench.ts";
import { placeScript as pgbenchPlacing } from "../lib/place-script.ts";
import { postgresCpu } from "../lib/postgres-cpu.ts";
import { childrenCpu, cpuOf } from "../lib/process-usage.ts";
import type { Comparison, Measure } from "../lib/results.ts";
import { median } from "../lib/statistics.ts";
import { echoScript, makePlaceRequest, orderBody, placeScript } from "./requests.ts";
import { wrk } from "./wrk.ts";

export interface Setting {
  readonly url: string;
  /** PostgreSQL's process. */
  readonly postgres: number;
  readonly server: ServerProcess;
  readonly shop: Shop;
}

export const connections = 64;

interface Placing {
  readonly comparison: Comparison;
  readonly measures: readonly Measure[];
}

/**
 * Orders placed over HTTP, and by pgbench at its best; and what a bare Fastify takes of the processor to parse the
 * same request and answer with it, or with an order.
 */
export const comparePlacing = async (setting: Setting, answer: string): Promise<Placing> => {
  const bare = await startProcess(fileURLToPath(new URL("bare-fastify.ts", import.meta.url)), {
    ANSWER: answer,
  });
  try {
    const turns = await takeTurns(setting, bare);
    return {
      comparison: {
        name: "place an order",
        unit: "/s",
        baseline: turns.pgbench.map(({ rate }) => rate),
        ordo: turns.ordo.map(({ rate }) => rate),
        cpu: {
          baseline: turns.pgbench.map(({ totalCpu }) => totalCpu),
          ordo: turns.ordo.map(({ totalCpu }) => totalCpu),
        },
        target: 1.5,
        note: `pgbench with ${String(turns.clients)} clients, Ordo with ${String(connections)} connections`,
      },
      measures: [
        processorRatio("a bare echo", turns.ordo, turns.echo, 2.5),
        processorRatio("a bare answer of the same order", turns.ordo, turns.answer),
        await atHalfLoad(setting, median(turns.ordo.map(({ rate }) => rate))),
      ],
    };
  } finally {
    await bare.stop();
  }
};

/** One side's turn: requests per second, and microseconds of processor time that each took. */
interface Turn {
  readonly rate: number;
  readonly cpu: number;
  readonly databaseCpu: number;
  /** Of client, server and database together. */
  readonly totalCpu: number;
}

const takeTurns = async ({ url, postgres, server, shop }: Setting, bare: ServerProcess) => {
  const { rounds, seconds } = effort;
  const script = pgbenchPlacing(shop);
  const body = orderBody(shop);
  const place = () => wrk({ port: server.port, script: placeScript(shop), connections, seconds });
  const echo = { port: bare.port, script: echoScript("/echo", body), connections, seconds };
  const answer = { ...echo, script: echoScript("/answer", body) };
  const turn = async (pid: number | undefined, run: () => Promise<number>): Promise<Turn> => {
    const used = () => ({
      node: pid === undefined ? 0 : cpuOf(pid),
      database: postgresCpu(postgres),
      client: childrenCpu(),
    });
    const before = used();
    const rate = await run();
    const after = used();
    const requests = rate * seconds;
    const cpu = (after.node - before.node) / requests;
    const databaseCpu = (after.database - before.database) / requests;
    const clientCpu = (after.client - before.client) / requests;
    return { rate, cpu, databaseCpu, totalCpu: cpu + databaseCpu + clientCpu };
  };
  const clients = await bestClients(url, script);
  await place();
  for (const run of [echo, answer]) await wrk(run);
  await place();
  const turns = {
    pgbench: [] as Turn[],
    ordo: [] as Turn[],
    echo: [] as Turn[],
    answer: [] as Turn[],
  };
  for (let round = 0; round < rounds; round += 1) {
    turns.pgbench.push(await turn(undefined, () => pgbench({ url, script, clients, seconds })));
    turns.ordo.push(await turn(server.process.pid, place));
    turns.echo.push(await turn(bare.process.pid, () => wrk(echo)));
    turns.answer.push(await turn(bare.process.pid, () => wrk(answer)));
    console.log(`placing: ${shownRate(turns.pgbench)} · ${shownRate(turns.ordo)}`);
  }
  console.log(
    `processor time per order: pgbench's PostgreSQL ${shownCpu(turns.pgbench, "databaseCpu")}; ours ${shownCpu(turns.ordo, "databaseCpu")}, and Node ${shownCpu(turns.ordo, "cpu")}`,
  );
  return { ...turns, clients };
};

const shownRate = (turns: readonly Turn[]): string => turns.at(-1)?.rate.toFixed(0) ?? "";

const shownCpu = (turns: readonly Turn[], of: "cpu" | "databaseCpu"): string =>
  `${median(turns.map((turn) => turn[of])).toFixed(0)} µs`;

const processorRatio = (
  than: string,
  ordo: readonly Turn[],
  bare: readonly Turn[],
  target?: number,
): Measure => ({
  name: `Node CPU of a placed order ÷ of ${than}`,
  value: median(ordo.map(({ cpu }) => cpu)) / median(bare.map(({ cpu }) => cpu)),
  note: `${shownCpu(ordo, "cpu")} ÷ ${shownCpu(bare, "cpu")}`,
  ...(target !== undefined && { target }),
});

/** How late the slowest are when half of what the server can take is asked of it, whether or not it answers. */
const atHalfLoad = async ({ server, shop }: Setting, peak: number): Promise<Measure> => {
  const { p50, p99, statuses } = await openLoop(server.port, makePlaceRequest(shop), {
    rate: peak / 2,
    seconds: effort.seconds * 2,
  });
  if (statuses.size !== 1 || !statuses.has(201))
    throw new Error(`requests failed: ${JSON.stringify([...statuses])}`);
  return {
    name: "p99 of placing at half of the peak ÷ p50",
    value: p99 / p50,
    target: 5,
    note: `${p99.toFixed(1)} ms ÷ ${p50.toFixed(1)} ms at ${(peak / 2).toFixed(0)}/s`,
  };
};

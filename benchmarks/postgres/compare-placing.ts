import type { makePostgresOrderRepository, OrdoDatabase } from "@ordo/adapters-postgres";
import pg from "pg";
import { effort } from "../lib/effort.ts";
import { postgresCpu } from "../lib/postgres-cpu.ts";
import type { Comparison } from "../lib/results.ts";
import { median } from "../lib/statistics.ts";
import { anOrder, type Shop } from "../lib/a-shop.ts";
import { closedLoop } from "./closed-loop.ts";
import { bestClients, pgbench } from "../lib/pgbench.ts";
import { placeScript } from "../lib/place-script.ts";

export interface Setting {
  readonly url: string;
  /** The server's process. */
  readonly pid: number;
  readonly database: OrdoDatabase;
  readonly orders: ReturnType<typeof makePostgresOrderRepository>;
  readonly shop: Shop;
}

/** How many callers wait at once when reading. */
export const callers = 64;
const { rounds, seconds } = effort;

/** One three-line order per transaction by pgbench, and as many as callers place through the port. */
export const comparePlacing = async ({ url, pid, orders, shop }: Setting): Promise<Comparison> => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query("create sequence bench_numbers cache 100");
  await owner.end();
  const script = placeScript(shop);
  const clients = await bestClients(url, script);
  const place = async () => {
    const { result } = await orders.write(anOrder(shop));
    if (result.isErr()) throw new Error(`an order was refused: ${result.error.type}`);
  };
  const callersPlacing = await bestCallers(place);
  const baseline: number[] = [];
  const ordo: number[] = [];
  const cpu = { pgbench: [] as number[], postgres: [] as number[], node: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const atStart = postgresCpu(pid);
    baseline.push(await pgbench({ url, script, clients, seconds }));
    const between = postgresCpu(pid);
    const node = process.cpuUsage();
    ordo.push(await closedLoop(callersPlacing, seconds, place));
    const { user, system } = process.cpuUsage(node);
    const orders = { theirs: last(baseline) * seconds, ours: last(ordo) * seconds };
    cpu.pgbench.push((between - atStart) / orders.theirs);
    cpu.postgres.push((postgresCpu(pid) - between) / orders.ours);
    cpu.node.push((user + system) / orders.ours);
    console.log(
      `placing: ${String(baseline.at(-1)?.toFixed(0))} · ${String(ordo.at(-1)?.toFixed(0))}`,
    );
  }
  const used = (of: keyof typeof cpu): string => `${median(cpu[of]).toFixed(0)} µs`;
  console.log(
    `processor time per order: pgbench's Postgres ${used("pgbench")}; ours ${used("postgres")}, and Node ${used("node")}`,
  );
  return {
    name: "place an order",
    unit: "/s",
    baseline,
    ordo,
    target: 2,
    note: `pgbench with ${String(clients)} clients, Ordo with ${String(callersPlacing)} callers`,
  };
};

const last = (values: readonly number[]): number => values.at(-1) ?? Number.NaN;

/** As pgbench gets its best number of clients. */
const bestCallers = async (place: () => Promise<void>): Promise<number> => {
  let best = { callers: 0, rate: 0 };
  for (const tried of [32, 64, 128, 256]) {
    const rate = await closedLoop(tried, 2, place);
    if (rate > best.rate) best = { callers: tried, rate };
  }
  return best.callers;
};

import type { makePostgresOrderRepository, OrdoDatabase } from "@ordo/adapters-postgres";
import pg from "pg";
import type { Comparison } from "../lib/results.ts";
import { anOrder, type Shop } from "./a-shop.ts";
import { closedLoop } from "./closed-loop.ts";
import { bestClients, pgbench } from "./pgbench.ts";
import { placeScript } from "./place-script.ts";

export interface Setting {
  readonly url: string;
  readonly database: OrdoDatabase;
  readonly orders: ReturnType<typeof makePostgresOrderRepository>;
  readonly shop: Shop;
}

/** How many callers wait at once when reading. */
export const callers = 64;
export const rounds = 5;
export const seconds = 4;

/** One three-line order per transaction by pgbench, and as many as callers place through the port. */
export const comparePlacing = async ({ url, orders, shop }: Setting): Promise<Comparison> => {
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
  for (let round = 0; round < rounds; round += 1) {
    baseline.push(await pgbench({ url, script, clients, seconds }));
    ordo.push(await closedLoop(callersPlacing, seconds, place));
    console.log(
      `placing: ${String(baseline.at(-1)?.toFixed(0))} · ${String(ordo.at(-1)?.toFixed(0))}`,
    );
  }
  return {
    name: "place an order",
    unit: "/s",
    baseline,
    ordo,
    target: 2,
    note: `pgbench with ${String(clients)} clients, Ordo with ${String(callersPlacing)} callers`,
  };
};

/** As pgbench gets its best number of clients. */
const bestCallers = async (place: () => Promise<void>): Promise<number> => {
  let best = { callers: 0, rate: 0 };
  for (const tried of [32, 64, 128, 256]) {
    const rate = await closedLoop(tried, 2, place);
    if (rate > best.rate) best = { callers: tried, rate };
  }
  return best.callers;
};

import { randomUUIDv7 } from "node:crypto";
import {
  createDatabase,
  createPool,
  makePostgresOrderQueries,
  makePostgresOrderRepository,
  makePostgresProductRepository,
  migrateToLatest,
} from "@ordo/adapters-postgres";
import { newestFirst, TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import pg from "pg";
import { anOrder, openShop } from "../lib/a-shop.ts";
import { effort } from "../lib/effort.ts";
import { fillStart, fillTenant, idOf } from "../lib/filled-tenant.ts";
import { shown } from "../lib/progress.ts";
import type { Measure } from "../lib/results.ts";
import { median } from "../lib/statistics.ts";

const small = 10_000;

/** What is done to a database of so many orders, one call after the other. */
interface Grown {
  readonly count: number;
  readonly work: Readonly<Record<"place" | "read" | "page", () => Promise<unknown>>>;
  close(): Promise<void>;
}

/** How much slower the middle call is where there are so many orders than where there are 10,000. */
export const measureGrowth = async (url: string, count: number): Promise<readonly Measure[]> => {
  const databases = [await grown(url, small), await grown(url, count)];
  try {
    const measures: Measure[] = [];
    for (const kind of ["place", "read", "page"] as const) {
      const p50s = await medians(databases.map(({ work }) => work[kind]));
      const [before = Number.NaN, after = Number.NaN] = p50s;
      measures.push({
        name: `p50 to ${kind} at ${count.toLocaleString("en")} orders ÷ at ${small.toLocaleString("en")}`,
        value: after / before,
        target: 1.2,
        note: `${after.toFixed(3)} ms ÷ ${before.toFixed(3)} ms`,
      });
    }
    return measures;
  } finally {
    for (const database of databases) await database.close();
  }
};

/** Milliseconds that the middle call of each takes. They take turns, so that a busy moment hits all alike. */
const medians = async (works: readonly (() => Promise<unknown>)[]): Promise<readonly number[]> => {
  const times: number[][] = works.map(() => []);
  for (const work of works) await timesOf(work, effort.seconds / 4);
  for (let turn = 0; turn < effort.rounds * 4; turn += 1)
    for (const [index, work] of works.entries())
      times[index]?.push(...(await timesOf(work, effort.seconds / 4)));
  return times.map(median);
};

const timesOf = async (work: () => Promise<unknown>, seconds: number): Promise<number[]> => {
  const times: number[] = [];
  for (const end = performance.now() + seconds * 1_000; performance.now() < end;) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
};

/** A database of its own, whose one tenant has so many orders. */
const grown = async (server: string, count: number): Promise<Grown> => {
  const url = await newDatabase(server, `growth_${String(count)}`);
  const pool = createPool({ url, max: 4, applicationName: "ordo-bench" });
  const database = createDatabase(pool);
  const orders = makePostgresOrderRepository(database);
  const queries = makePostgresOrderQueries(database);
  const model = await openShop(makePostgresProductRepository(database));
  const { result } = await orders.write(anOrder(model));
  if (result.isErr()) throw new Error(`an order was refused: ${result.error.type}`);
  const shop = { ...model, tenantId: TenantId(randomUUIDv7()) };
  await withOwner(url, (owner) => fillTenant(owner, model.tenantId, shop.tenantId, count));
  shown();
  const any = () => 1 + Math.floor(Math.random() * count);
  return {
    count,
    work: {
      place: async () => {
        const written = await orders.write(anOrder(shop));
        if (written.result.isErr()) throw new Error(written.result.error.type);
      },
      read: async () => {
        if (!(await orders.find(shop.tenantId, OrderId(idOf(any()))))) throw new Error("not there");
      },
      page: () =>
        queries.list(
          shop.tenantId,
          { filter: {}, sort: newestFirst },
          {
            limit: 50,
            from: {
              direction: "after",
              position: { key: fillStart + any() * 1_000, id: OrderId(idOf(0)) },
            },
          },
        ),
    },
    close: () => pool.end(),
  };
};

const newDatabase = async (server: string, name: string): Promise<string> => {
  await withOwner(server, (owner) => owner.query(`create database ${name}`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrateToLatest(url.href);
  return url.href;
};

const withOwner = async (
  url: string,
  work: (owner: pg.Client) => Promise<unknown>,
): Promise<void> => {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
};

import { randomUUIDv7 } from "node:crypto";
import { makePostgresOrderQueries } from "@ordo/adapters-postgres";
import { newestFirst, TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import pg from "pg";
import type { Comparison } from "../lib/results.ts";
import { closedLoop } from "./closed-loop.ts";
import { callers, type Setting } from "./compare-placing.ts";
import { bestClients, pgbench } from "../lib/pgbench.ts";
import { fillStart, fillTenant, idOf, sqlIdOf } from "../lib/filled-tenant.ts";
import { effort } from "../lib/effort.ts";

const { rounds, seconds } = effort;

/** Orders by id and pages of 50, out of so many. */
export const compareReading = async (
  { url, database, orders, shop }: Setting,
  count: number,
): Promise<readonly Comparison[]> => {
  const tenantId = TenantId(randomUUIDv7());
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await fillTenant(owner, shop.tenantId, tenantId, count);
  await owner.end();
  const of = `of ${count.toLocaleString("en")}`;
  const queries = makePostgresOrderQueries(database);
  const random = () => 1 + Math.floor(Math.random() * count);

  const byId = await compare(url, `read an order ${of}`, 1, readScript(tenantId, count), () =>
    orders.find(tenantId, OrderId(idOf(random()))),
  );
  const page = await compare(
    url,
    `read a page ${of}`,
    undefined,
    pageScript(tenantId, count, fillStart),
    () =>
      queries.list(
        tenantId,
        { filter: {}, sort: newestFirst },
        {
          limit: 50,
          from: {
            direction: "after",
            position: { key: fillStart + random() * 1_000, id: OrderId(idOf(0)) },
          },
        },
      ),
  );
  return [byId, page];
};

const compare = async (
  url: string,
  name: string,
  target: number | undefined,
  script: string,
  read: () => Promise<unknown>,
): Promise<Comparison> => {
  const clients = await bestClients(url, script);
  await closedLoop(callers, 1, read);
  const baseline: number[] = [];
  const ordo: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    baseline.push(await pgbench({ url, script, clients, seconds }));
    ordo.push(await closedLoop(callers, seconds, read));
  }
  const note = `pgbench with ${String(clients)} clients`;
  return { name, unit: "/s", baseline, ordo, note, ...(target === undefined ? {} : { target }) };
};

const readScript = (tenantId: string, count: number): string => `\\set n random(1, ${String(count)})
select state from orders where tenant_id = '${tenantId}' and id = ${sqlIdOf(":n")};
`;

const pageScript = (
  tenantId: string,
  count: number,
  start: number,
): string => `\\set n random(1, ${String(count)})
select state from orders where tenant_id = '${tenantId}' and (created_at, id) < (to_timestamp(${String(start / 1_000)} + :n), ${sqlIdOf("0")}) order by created_at desc, id desc limit 51;
`;

import { fillStart, idOf } from "../lib/filled-tenant.ts";
import { effort } from "../lib/effort.ts";
import { bestClients, pgbench } from "../lib/pgbench.ts";
import { postgresCpu } from "../lib/postgres-cpu.ts";
import { childrenCpu, cpuOf } from "../lib/process-usage.ts";
import type { Comparison } from "../lib/results.ts";
import { connections, type Setting } from "./compare-placing.ts";
import { readScript } from "./requests.ts";
import { orderAsJson, orderAsStored, pageAsJson, pageAsStored } from "./sql-json.ts";
import { wrk } from "./wrk.ts";

/** Ids that wrk's script can hold at most. */
const maxIds = 100_000;

interface Reading {
  readonly name: string;
  readonly target: number;
  /** For wrk. */
  readonly http: string;
  /** For pgbench: the same JSON. */
  readonly json: string;
  /** For pgbench: the same orders as they are stored, no JSON built. */
  readonly stored: string;
}

/** Orders by id and pages of 50 over HTTP, out of so many of a tenant of their own. */
export const compareReading = async (
  setting: Setting,
  tenantId: string,
  count: number,
): Promise<readonly Comparison[]> => {
  const of = `of ${count.toLocaleString("en")}`;
  const ids = Math.min(count, maxIds);
  const idList = Array.from(
    { length: ids },
    (_, index) => `"${idOf(1 + Math.floor((index * count) / ids))}"`,
  );
  const comparisons: Comparison[] = [];
  for (const reading of [
    {
      name: `read an order ${of}`,
      target: 1,
      http: readScript(tenantId, ids, `"/" .. ids[n]`, `local ids = { ${idList.join(", ")} }`),
      json: orderAsJson(tenantId, count),
      stored: orderAsStored(tenantId, count),
    },
    {
      name: `read a page ${of}`,
      target: 1,
      http: readScript(
        tenantId,
        count,
        `"?limit=50&createdBefore=" .. os.date("!%Y-%m-%dT%H:%M:%SZ", ${String(fillStart / 1_000)} + n)`,
      ),
      json: pageAsJson(tenantId, count, fillStart),
      stored: pageAsStored(tenantId, count, fillStart),
    },
  ])
    comparisons.push(...(await compare(setting, reading)));
  return comparisons;
};

const compare = async (
  { url, postgres, server }: Setting,
  { name, target, http, json, stored }: Reading,
): Promise<readonly Comparison[]> => {
  const { rounds, seconds } = effort;
  const clients = await bestClients(url, json);
  const ours = { port: server.port, script: http, connections, seconds };
  await wrk(ours);
  const pid = server.process.pid ?? 0;
  const sides = { json: newSide(), stored: newSide(), http: newSide() };
  const turn = async (side: Side, run: () => Promise<number>): Promise<void> => {
    const used = () => cpuOf(pid) + postgresCpu(postgres) + childrenCpu();
    const before = used();
    const rate = await run();
    side.rates.push(rate);
    side.cpu.push((used() - before) / (rate * seconds));
  };
  for (let round = 0; round < rounds; round += 1) {
    await turn(sides.json, () => pgbench({ url, script: json, clients, seconds }));
    await turn(sides.stored, () => pgbench({ url, script: stored, clients, seconds }));
    await turn(sides.http, () => wrk(ours));
    console.log(
      `${name}: ${[sides.json, sides.stored, sides.http].map(({ rates }) => rates.at(-1)?.toFixed(0)).join(" · ")}`,
    );
  }
  const note = `pgbench with ${String(clients)} clients`;
  const against = (baseline: Side) => ({
    unit: "/s",
    baseline: baseline.rates,
    ordo: sides.http.rates,
    cpu: { baseline: baseline.cpu, ordo: sides.http.cpu },
  });
  return [
    { name, ...against(sides.json), target, note: `${note}, building the JSON` },
    { name: `${name}, stored`, ...against(sides.stored), note: `${note}, text as stored` },
  ];
};

/** Per round: so many a second, and microseconds of processor time that each took in all. */
interface Side {
  readonly rates: number[];
  readonly cpu: number[];
}

const newSide = (): Side => ({ rates: [], cpu: [] });

import { randomInt } from "node:crypto";
import { once } from "node:events";
import pg from "pg";
import { type Ledger, startShoppers } from "./lib/keyed-shoppers.ts";
import { startMortalDatabase } from "./lib/start-mortal-database.ts";
import { aToken, freePort, startServer } from "./lib/start-server.ts";
import { verifyJournal } from "./lib/verify-journal.ts";
import { wholeNumber } from "./lib/whole-number.ts";

const rounds = wholeNumber("ATTACK_ROUNDS", 30);
const clients = 16;
/** A round that acknowledges nothing for this long has not recovered. */
const recoveryMs = 60_000;

/**
 * Guarantees 1, 2 and 7: SIGKILL of PostgreSQL, of one of its sessions, and of the server, in turn under load. Every
 * acknowledged order is there afterwards, every key has exactly one, and the server that lost its database
 * served again without a restart.
 */
export const attackCrash = async (): Promise<boolean> => {
  await using started = new AsyncDisposableStack();
  const database = await startMortalDatabase();
  started.defer(() => database.stop());
  const port = await freePort();
  let server = await startServer(database.url, { PORT: String(port) });
  started.defer(() => server.stop());
  const killServer = async (): Promise<void> => {
    server.process.kill("SIGKILL");
    await once(server.process, "exit");
    server = await startServer(database.url, { PORT: String(port) });
  };
  const victims: readonly (readonly [string, () => Promise<void>])[] = [
    ["postmaster", database.killPostmaster],
    ["session", database.killBackend],
    ["server", killServer],
  ];

  const shoppers = startShoppers(port, await aToken(), clients);
  for (let round = 0; round < rounds; round += 1) {
    const [name, kill] = victims[round % victims.length] ?? victims[0] ?? ["", async () => {}];
    await acknowledging(shoppers.ledger, randomInt(20, 400));
    await kill();
    await acknowledging(shoppers.ledger, 1);
    const { acknowledged, ambiguous } = shoppers.ledger();
    console.log(
      `kill ${round + 1} of ${rounds} (${name}): ${acknowledged.length} acknowledged, ${ambiguous} ambiguous`,
    );
  }
  const ledger = await shoppers.stop();
  const faults = [...ledger.wrong, ...(await missing(database.url, ledger))];
  for (const fault of faults.slice(0, 10)) console.log(fault);
  console.log(
    `\n${rounds} kills, ${ledger.acknowledged.length} acknowledged orders, ${ledger.ambiguous} ambiguous answers, ${faults.length} faults`,
  );
  return (await verifyJournal(database.url)) && ledger.ambiguous > 0 && faults.length === 0;
};

/** Waits until so many more orders are acknowledged. */
const acknowledging = async (ledger: () => Ledger, more: number): Promise<void> => {
  const goal = ledger().acknowledged.length + more;
  const until = performance.now() + recoveryMs;
  while (ledger().acknowledged.length < goal) {
    if (performance.now() > until)
      throw new Error(`no order was acknowledged for ${recoveryMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** Acknowledged orders that are not there, and keys that have another number of orders than one. */
const missing = async (url: string, { acknowledged }: Ledger): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string; ids: readonly string[] }>(
      "select state -> 'metadata' ->> 'key' as key, array_agg(id::text) as ids from orders group by 1",
    );
    const kept = new Map(rows.map(({ key, ids }) => [key, ids]));
    const lost = acknowledged.filter(({ key, orderId }) => kept.get(key)?.[0] !== orderId);
    return [
      ...lost.map(({ key, orderId }) => `lost: order ${orderId} of key ${key}`),
      ...rows
        .filter(({ ids }) => ids.length !== 1)
        .map(({ key, ids }) => `twice: key ${key} has ${ids.join(", ")}`),
    ];
  } finally {
    await client.end();
  }
};

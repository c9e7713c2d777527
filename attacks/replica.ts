import { randomUUID } from "node:crypto";
import { startEmbeddedTestServer, startStandby } from "@ordo/dev-postgres/testing";
import { orderBody } from "./lib/place-order-request.ts";
import { startPausingReplay } from "./lib/pausing-replay.ts";
import { aToken, startServer } from "./lib/start-server.ts";
import { wholeNumber } from "./lib/whole-number.ts";

const seconds = wholeNumber("ATTACK_SECONDS", 20);
const clients = 8;
const max_connections = 60;

/** What a read said of its freshness, and what came of it. */
interface Tally {
  reads: number;
  stale: number;
  fromReplica: number;
}

/**
 * Guarantee 10: an order is read back the moment it was written, with the token of its answer, with `eventual`,
 * and without a word, while the standby stops replaying now and then.
 */
export const attackReplica = async (): Promise<boolean> => {
  await using started = new AsyncDisposableStack();
  const primary = await startEmbeddedTestServer(max_connections, {
    fsync: true,
    synchronous_commit: true,
  });
  started.defer(() => primary.stop());
  const standby = await startStandby(primary, { max_connections });
  started.defer(() => standby.stop());
  const server = await startServer(primary.url, {
    DATABASE_REPLICA_URL: standby.url,
    DATABASE_REPLICA_MAX_LAG_MS: "60000",
  });
  started.defer(() => server.stop());
  const pausing = startPausingReplay(standby.url);
  started.defer(() => pausing.stop());

  const api = makeApi(server.port, await aToken());
  const tallies = { token: aTally(), eventual: aTally(), nothing: aTally() };
  const end = performance.now() + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const { path, token } = await api.place();
      await Promise.all([
        count(tallies.token, api.read(path, token)),
        count(tallies.eventual, api.read(path, "eventual")),
        count(tallies.nothing, api.read(path, undefined)),
      ]);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));

  console.log(`\n${pausing.pauses()} pauses of replay in ${seconds} s, ${clients} clients`);
  for (const [asked, { reads, stale, fromReplica }] of Object.entries(tallies))
    console.log(
      `asked with ${asked.padEnd(8)} ${reads} reads, ${fromReplica} by the replica, ${stale} stale`,
    );
  const { token, eventual, nothing } = tallies;
  if (eventual.stale === 0 || token.fromReplica === 0) {
    console.log("No read could have been stale: this run shows nothing.");
    return false;
  }
  return token.stale === 0 && nothing.stale === 0;
};

const aTally = (): Tally => ({ reads: 0, stale: 0, fromReplica: 0 });

const count = async (tally: Tally, read: Promise<Response>): Promise<void> => {
  const { status, headers } = await read;
  tally.reads += 1;
  if (headers.get("ordo-served-by") === "replica") tally.fromReplica += 1;
  if (status === 404) tally.stale += 1;
  else if (status !== 200) throw new Error(`a read answered ${status}`);
};

const makeApi = (port: number, bearer: string) => {
  const base = `http://127.0.0.1:${port}`;
  const authorization = `Bearer ${bearer}`;
  return {
    place: async () => {
      const answer = await fetch(`${base}/api/v1/orders`, {
        method: "POST",
        headers: {
          authorization,
          "content-type": "application/json",
          "idempotency-key": randomUUID(),
        },
        body: orderBody,
      });
      await answer.body?.cancel();
      const token = answer.headers.get("ordo-consistency");
      if (answer.status !== 201 || token === null)
        throw new Error(`a write answered ${answer.status}, its token is ${token}`);
      return { path: answer.headers.get("location") ?? "", token };
    },
    read: async (path: string, consistency: string | undefined): Promise<Response> => {
      const answer = await fetch(`${base}${path}`, {
        headers: {
          authorization,
          ...(consistency !== undefined && { "ordo-consistency": consistency }),
        },
      });
      await answer.body?.cancel();
      return answer;
    },
  };
};

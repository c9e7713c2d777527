import { makePlaceOrderRequest } from "./lib/place-order-request.ts";
import { RawConnection } from "./lib/raw-connection.ts";
import { startDatabase } from "./lib/start-database.ts";
import { startHaproxy } from "./lib/start-haproxy.ts";
import { aToken, freePort, startServer } from "./lib/start-server.ts";
import { wholeNumber } from "./lib/whole-number.ts";

const restarts = wholeNumber("ATTACK_RESTARTS", 50);
const workers = String(wholeNumber("ATTACK_WORKERS", 1));
const clients = 16;

/** Guarantee 11: two instances behind HAProxy, restarted in turn under load, and not one request fails. */
export const attackRestarts = async (): Promise<boolean> => {
  await using started = new AsyncDisposableStack();
  const database = await startDatabase();
  started.defer(() => database.stop());

  const ports = [await freePort(), await freePort()];
  const start = (port: number) =>
    startServer(database.url, {
      PORT: String(port),
      WORKERS: workers,
      DRAIN_MS: "2000",
      DATABASE_POOL_SIZE: "5",
    });
  const instances = await Promise.all(ports.map(start));
  started.defer(async () => void (await Promise.all(instances.map((instance) => instance.stop()))));

  const front = await freePort();
  const haproxy = await startHaproxy(front, ports);
  started.defer(() => haproxy.stop());

  const load = startLoad(front, makePlaceOrderRequest(await aToken()));
  for (let done = 0; done < restarts; done += 1) {
    const turn = done % ports.length;
    await instances[turn]?.stop();
    const port = ports[turn];
    if (port !== undefined) instances[turn] = await start(port);
    // As any roll-out does: the next one goes when the last one is back in rotation.
    await haproxy.allUp();
    console.log(`restart ${done + 1} of ${restarts}: ${tell(load.statuses)}`);
  }
  await load.stop();

  const total = [...load.statuses.values()].reduce((sum, count) => sum + count, 0);
  const failed = total - (load.statuses.get(201) ?? 0);
  console.log(`\n${restarts} restarts, ${total} requests, ${failed} failed`);
  return total > 0 && failed === 0;
};

/** Clients that keep their connection while they are let, as real ones do, and never repeat a request. */
const startLoad = (port: number, request: () => string) => {
  const statuses = new Map<number, number>();
  let stopping = false;
  const client = async (): Promise<void> => {
    let connection = new RawConnection(port);
    while (!stopping) {
      if (connection.closed) connection = new RawConnection(port);
      const status = await connection.send(request());
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    connection.end();
  };
  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    statuses,
    stop: async () => {
      stopping = true;
      await running;
    },
  };
};

const tell = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses].map(([status, count]) => `${count} answered ${status || "nothing"}`).join(", ");

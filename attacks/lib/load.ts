import { RawConnection } from "./raw-connection.ts";

export interface LoadResult {
  /** Requests that answered 201 in time, per second. */
  readonly goodput: number;
  readonly offered: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds from when a request was due until it was answered 201. */
  readonly p50: number;
  readonly p99: number;
}

/** A request that takes longer than this does nobody any good. */
const patienceMs = 2_000;

/** So many clients, each sending its next request when the last is answered. */
export const closedLoop = async (
  port: number,
  request: () => string,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<LoadResult> => {
  const tally = new Tally();
  const started = performance.now();
  const until = started + seconds * 1000;
  const client = async (): Promise<void> => {
    const connection = new RawConnection(port);
    while (performance.now() < until && !connection.closed) {
      const sent = performance.now();
      tally.count(await connection.send(request()), performance.now() - sent);
    }
    connection.end();
  };
  await Promise.all(Array.from({ length: connections }, client));
  return tally.result((performance.now() - started) / 1000);
};

/** Requests at a fixed rate, whether or not earlier ones are answered: what a crowd does. */
export const openLoop = async (
  port: number,
  request: () => string,
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): Promise<LoadResult> => {
  const tally = new Tally();
  const idle: RawConnection[] = [];
  const all = new Set<RawConnection>();
  const started = performance.now();
  const underWay = new Set<Promise<void>>();
  const fire = async (due: number): Promise<void> => {
    let connection = idle.pop();
    while (connection?.closed) connection = idle.pop();
    connection ??= new RawConnection(port);
    all.add(connection);
    tally.count(await connection.send(request()), performance.now() - due);
    if (!connection.closed) idle.push(connection);
  };
  const total = Math.floor(rate * seconds);
  for (let sent = 0; sent < total;) {
    const dueNow = Math.min(total, Math.floor(((performance.now() - started) / 1000) * rate));
    for (; sent < dueNow; sent += 1) {
      const shot = fire(started + (sent / rate) * 1000);
      underWay.add(shot);
      void shot.finally(() => underWay.delete(shot));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const elapsed = (performance.now() - started) / 1000;
  await Promise.all(underWay);
  for (const connection of all) connection.end();
  return tally.result(elapsed);
};

class Tally {
  readonly #statuses = new Map<number, number>();
  readonly #served: number[] = [];
  #offered = 0;

  count(status: number, milliseconds: number): void {
    this.#offered += 1;
    this.#statuses.set(status, (this.#statuses.get(status) ?? 0) + 1);
    if (status === 201) this.#served.push(milliseconds);
  }

  result(seconds: number): LoadResult {
    const sorted = this.#served.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
    return {
      goodput: sorted.filter((milliseconds) => milliseconds <= patienceMs).length / seconds,
      offered: this.#offered / seconds,
      statuses: this.#statuses,
      p50: at(0.5),
      p99: at(0.99),
    };
  }
}

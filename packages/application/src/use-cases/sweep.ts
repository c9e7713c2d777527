import type { OrderId, Timestamp } from "@ordo/domain";
import type { SweepFailure, SweepInput, SweepReport } from "../ports/input/sweep.ts";
import type { DueOrder, DuePage } from "../ports/output/due-orders.ts";

// Orders per look into the storage: enough to be quick, few enough that they are still due when their turn comes.
const PAGE = 100;

// So many defects at once are one defect, or a database that is gone: going on would only repeat it.
const MAX_FAILURES = 10;

/** What became of an order that was found due: `not due` when it turned out to need nothing yet. */
export type Seen = "done" | "skipped" | "not due";

/** What is particular to one sweep. */
export interface Sweeping {
  /** The time it judges by. */
  readonly at: Timestamp;
  readonly due: (page: DuePage) => Promise<readonly DueOrder[]>;
  readonly seeTo: (orderId: OrderId) => Promise<Seen>;
  /** Orders that are seen to at once. */
  readonly atOnce: number;
}

/**
 * Sees to due orders, at most `limit` of them. Those that cannot be seen to now are stepped over, so that
 * they hold up none behind them.
 */
export const sweep = async (
  { limit, after: from = null, shouldStop = () => false }: SweepInput,
  { at, due, seeTo, atOnce }: Sweeping,
): Promise<SweepReport> => {
  const tally = new Tally();
  let after = from;
  let remaining = true;
  for (let left = limit; left > 0 && remaining;) {
    const asked = Math.min(PAGE, left);
    const page = await due({ limit: asked, after });
    for (let n = 0; n < page.length; n += atOnce) {
      if (shouldStop() || tally.failures.length >= MAX_FAILURES)
        return { ...tally.report(), remaining, last: after, at };
      const orders = page.slice(n, n + atOnce);
      await Promise.all(orders.map((order) => tally.add(order, seeTo)));
      after = orders.at(-1) ?? after;
    }
    left -= page.length;
    remaining = page.length === asked;
  }
  return { ...tally.report(), remaining, last: after, at };
};

class Tally {
  readonly failures: SweepFailure[] = [];
  #done = 0;
  #skipped = 0;
  #oldestSkipped: Timestamp | null = null;

  async add({ id, dueAt }: DueOrder, seeTo: (orderId: OrderId) => Promise<Seen>): Promise<void> {
    try {
      const seen = await seeTo(id);
      if (seen === "done") this.#done += 1;
      if (seen !== "skipped") return;
      this.#skipped += 1;
      if (dueAt < (this.#oldestSkipped ?? Infinity)) this.#oldestSkipped = dueAt;
    } catch (error) {
      // One order with a defect must not keep all behind it from their turn.
      this.failures.push({ orderId: id, error });
    }
  }

  report() {
    const [done, skipped, oldestSkipped] = [this.#done, this.#skipped, this.#oldestSkipped];
    return { done, skipped, oldestSkipped, failures: this.failures };
  }
}

import type { OrderId, Timestamp } from "@ordo/domain";
import type { SweepFailure, SweepInput, SweepReport } from "../ports/input/sweep.ts";
import type { DueOrder, DuePage } from "../ports/output/due-orders.ts";

// Orders per look into the storage: enough to be quick, few enough that they are still due when their turn comes.
const PAGE = 100;

// So many defects at once are one defect, or a database that is gone: going on would only repeat it.
const MAX_FAILURES = 10;

/** What became of an order that was found due: `not due` when it turned out to need nothing yet. */
export type Seen = "done" | "skipped" | "not due";

/**
 * Sees to due orders one after the other, at most `limit` of them. Those that cannot be seen to now are
 * stepped over, so that they hold up none behind them.
 */
export const sweep = async (
  { limit, after: from = null, shouldStop = () => false }: SweepInput,
  at: Timestamp,
  due: (page: DuePage) => Promise<readonly DueOrder[]>,
  seeTo: (orderId: OrderId) => Promise<Seen>,
): Promise<SweepReport> => {
  const tally = new Tally();
  let after = from;
  let remaining = true;
  for (let left = limit; left > 0 && remaining;) {
    const asked = Math.min(PAGE, left);
    const page = await due({ limit: asked, after });
    for (const order of page) {
      if (shouldStop() || tally.failures.length >= MAX_FAILURES)
        return { ...tally.report(), remaining, last: after, at };
      await tally.add(order, seeTo);
      after = order;
      left -= 1;
    }
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
      this.#oldestSkipped ??= dueAt;
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

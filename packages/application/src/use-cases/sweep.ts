import type { OrderId, Timestamp } from "@ordo/domain";
import type { SweepReport } from "../ports/input/lifecycle.ts";
import type { DuePage } from "../ports/output/due-orders.ts";

// Ids per look into the storage: enough to be quick, few enough that they are still due when their turn comes.
const PAGE = 100;

/**
 * Sees to due orders one after the other until `limit` are done. Those that cannot be seen to now are
 * stepped over, so that they hold up none behind them.
 */
export const sweep = async (
  limit: number,
  at: Timestamp,
  due: (page: DuePage) => Promise<readonly OrderId[]>,
  seeTo: (orderId: OrderId) => Promise<boolean>,
): Promise<SweepReport> => {
  let done = 0;
  let skipped = 0;
  let after: OrderId | null = null;
  for (;;) {
    const page: readonly OrderId[] = await due({ limit: PAGE, after });
    for (const orderId of page) {
      if (done === limit) return { done, skipped, remaining: true, at };
      if (await seeTo(orderId)) done += 1;
      else skipped += 1;
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return { done, skipped, remaining: false, at };
  }
};

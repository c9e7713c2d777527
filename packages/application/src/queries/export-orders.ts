import type { ExportOrders } from "../ports/input/export-orders.ts";
import type { ListOrders } from "../ports/input/list-orders.ts";
import { newestFirst } from "../ports/output/order-queries.ts";

// Orders held at once.
const PAGE = 100;

/** Walks the list page by page: what existed when the walk began comes once. */
export const makeExportOrders = (listOrders: ListOrders): ExportOrders =>
  async function* exportOrders({ filter }, context) {
    let from: Awaited<ReturnType<ListOrders>>["next"] = null;
    do {
      const page: Awaited<ReturnType<ListOrders>> = await listOrders(
        { filter, sort: newestFirst, page: { limit: PAGE, from } },
        context,
      );
      yield* page.items;
      from = page.next;
    } while (from !== null);
  };

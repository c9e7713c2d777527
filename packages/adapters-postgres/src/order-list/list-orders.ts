import {
  maxPageBytes,
  type OrderPosition,
  type OrderQueries,
  type OrderQuery,
  type OrderReading,
  type Page,
  type PageRequest,
  type TenantId,
} from "@ordo/application";
import { CustomerId, OrderId } from "@ordo/domain";
import type { Kysely } from "kysely";
import { decodeOrder } from "../codecs/order-codec.ts";
import { cutPage } from "../cut-page.ts";
import type { Database, OrdoDatabase } from "../database.ts";
import type { ReadOrders } from "../row-read/order-reader.ts";
import { readingQuery } from "./reading-query.ts";
import { fitting, mostBytes, withinBytes } from "./within-bytes.ts";

interface ListedRow {
  readonly id: string;
  readonly customer_id: string | null;
  readonly revision: string;
  readonly key: OrderPosition["key"];
  readonly bytes: string;
  readonly state?: unknown;
}

/** An order and its place in the list. */
interface Listed {
  readonly reading: OrderReading;
  readonly position: OrderPosition;
}

/**
 * Reads which orders a page has and at which revisions, then the states of those that are not kept. When one of
 * them has changed in between, it may no longer belong there: then one statement reads the whole page.
 */
export const makeListOrders =
  (database: OrdoDatabase, readOrders: ReadOrders): OrderQueries["list"] =>
  async (tenantId, query, request, deadline, revisionKept) => {
    const db = database.forRequest(tenantId, deadline);
    if (revisionKept === undefined) return listed(db, tenantId, query, request, "with states");
    const page = await listed(db, tenantId, query, request, "without states");
    const missing = page.items.filter(({ id, revision }) => revisionKept(id) !== revision);
    if (missing.length === 0) return page;
    const wanted = missing.map(({ id }) => ({ id, revisionKept: undefined }));
    const readings = await readOrders(tenantId, wanted, deadline);
    const changed = missing.some(({ id, revision }) => readings.get(id)?.revision !== revision);
    return changed
      ? listed(db, tenantId, query, request, "with states")
      : { ...page, items: page.items.map((item) => readings.get(item.id) ?? item) };
  };

const listed = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  query: OrderQuery,
  request: PageRequest<OrderPosition>,
  states: "with states" | "without states",
): Promise<Page<OrderReading, OrderPosition>> => {
  const reading = readingQuery(db, tenantId, query, request);
  const rows: readonly ListedRow[] =
    states === "with states"
      ? await withinBytes(db, reading).execute()
      : await withoutStates(db, reading);
  const cut = fitting(rows, request);
  const found = cut.read.map(({ id, customer_id, revision, key: at, state }): Listed => ({
    reading: {
      id: OrderId(id),
      revision,
      customerId: customer_id === null ? null : CustomerId(customer_id),
      order: state === undefined ? null : decodeOrder(state),
    },
    position: { key: at, id: OrderId(id) },
  }));
  const page = cutPage(found, cut.request, ({ position }) => position);
  return { ...page, items: page.items.map(({ reading }) => reading) };
};

/** Most pages are so small that there is nothing to cut, as their rows can tell. */
const withoutStates = async (
  db: Kysely<Database>,
  reading: ReturnType<typeof readingQuery>,
): Promise<readonly ListedRow[]> => {
  const weighed = await db
    .selectFrom(reading.as("page"))
    .select(["id", "customer_id", "revision", "key", mostBytes.as("most")])
    .execute();
  const most = weighed.reduce((sum, row) => sum + row.most, 0);
  if (most <= maxPageBytes) return weighed.map((row) => ({ ...row, bytes: "0" }));
  return withinBytes(db, reading)
    .clearSelect()
    .select(["summed.id", "summed.customer_id", "summed.revision", "summed.key", "summed.bytes"])
    .execute();
};

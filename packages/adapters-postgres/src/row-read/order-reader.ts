import type { Deadline, OrderReading, TenantId } from "@ordo/application";
import { CustomerId, OrderId } from "@ordo/domain";
import { binaryArray } from "../batch/binary-array.ts";
import { decodeOrder } from "../codecs/order-codec.ts";
import type { OrdoDatabase } from "../database.ts";
import { makeRowFinder } from "./row-finder.ts";

/**
 * The revision of a row of `orders`: the hash over all that ever happened to it, as text. Two histories that part
 * after a failover have the same version, but not the same hash.
 */
export const revisionColumn = "orders.chain_head::text";

/** An order that is looked for, and the revision at which the reader has kept it. */
interface Wanted {
  readonly id: OrderId;
  readonly revisionKept: string | undefined;
}

interface ReadRow {
  readonly id: string;
  readonly revision: string;
  readonly customer_id: string | null;
  /** Null when it was not asked for. */
  readonly state: unknown;
}

/** Reads orders, and the state only of those that are not at the revision that is kept. */
export type ReadOrders = (
  tenantId: TenantId,
  wanted: readonly Wanted[],
  deadline: Deadline | undefined,
) => Promise<ReadonlyMap<OrderId, OrderReading>>;

export const makeOrderReader = (database: OrdoDatabase): ReadOrders => {
  const findRows = makeRowFinder<readonly Wanted[], ReadRow>(database, {
    name: "ordo_reread_orders",
    text: `
select orders.id, ${revisionColumn} as revision, orders.customer_id,
       case when ${revisionColumn} = kept.revision then null else orders.state end as state
  from orders
  left join unnest($2::uuid[], $3::text[]) as kept (id, revision) on kept.id = orders.id
 where orders.tenant_id = $1 and orders.id = any($2::uuid[])`,
    parametersOf: (searches) => {
      const kept = keptByAll(searches.flat());
      return [binaryArray("uuid", [...kept.keys()]), binaryArray("text", [...kept.values()])];
    },
  });
  return async (tenantId, wanted, deadline) => {
    const rows = await findRows(tenantId, wanted, deadline);
    const readings = wanted.flatMap(({ id }) => rows.get(id) ?? []).map(decodeReading);
    return new Map(readings.map((reading) => [reading.id, reading]));
  };
};

/** The revision that everyone who looks for an order has kept; null where they differ: then its state is read. */
const keptByAll = (wanted: readonly Wanted[]): ReadonlyMap<OrderId, string | null> => {
  const kept = new Map<OrderId, string | null>();
  for (const { id, revisionKept = null } of wanted) {
    const others = kept.get(id);
    kept.set(id, others === undefined || others === revisionKept ? revisionKept : null);
  }
  return kept;
};

const decodeReading = ({ id, revision, customer_id, state }: ReadRow): OrderReading => ({
  id: OrderId(id),
  revision,
  customerId: customer_id === null ? null : CustomerId(customer_id),
  order: state === null ? null : decodeOrder(state),
});

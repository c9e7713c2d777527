import type { TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { type Kysely, sql } from "kysely";
import type { Database } from "../database.ts";
import type { FaultyOrder } from "./order-fault.ts";

const batchSize = 2_000;

interface TagRow {
  readonly tag: string;
  /** As text, which is exact in a cursor. */
  readonly created_at: string;
  readonly order_id: string;
  readonly number: string | null;
  readonly due: boolean;
}

/** Rows of tags that their order does not carry, or whose order is not there: read once, in their key's order. */
export async function* surplusTags(
  db: Kysely<Database>,
  tenantId: TenantId,
): AsyncGenerator<readonly FaultyOrder[], void, void> {
  for (let after: TagRow | undefined; ;) {
    const rows = await readTagRows(db, tenantId, after);
    const surplus = rows.filter(({ due }) => !due);
    if (surplus.length > 0)
      yield surplus.map(({ order_id, number, created_at }): FaultyOrder => ({
        tenantId,
        orderId: OrderId(order_id),
        number: number ?? "?",
        faults: [{ check: "tags", detail: `one of ${created_at} is stored that is not due` }],
      }));
    after = rows.at(-1);
    if (after === undefined || rows.length < batchSize) return;
  }
}

const readTagRows = async (
  db: Kysely<Database>,
  tenantId: TenantId,
  after: TagRow | undefined,
): Promise<readonly TagRow[]> => {
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(stored.tag, stored.created_at, stored.order_id)
            > (${after.tag}, ${after.created_at}::timestamptz, ${after.order_id}::uuid)`;
  const { rows } = await sql<TagRow>`
    select stored.tag, stored.created_at::text as created_at, stored.order_id, orders.number,
           coalesce(stored.created_at = orders.created_at
                    and stored.tag in (select json_array_elements_text(orders.state -> 'tags')), false) as due
      from order_tags as stored
      left join orders on orders.tenant_id = stored.tenant_id and orders.id = stored.order_id
     where stored.tenant_id = ${tenantId} and ${beyond}
     order by stored.tag, stored.created_at, stored.order_id
     limit ${sql.lit(batchSize)}`.execute(db);
  return rows;
};

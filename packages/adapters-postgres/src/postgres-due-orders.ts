import type { DueOrders, DuePage, TenantId } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { type RawBuilder, sql } from "kysely";
import type { OrdoDatabase } from "./database.ts";

export const makePostgresDueOrders = (database: OrdoDatabase): DueOrders => ({
  expirable: (tenantId, at, page) =>
    dueOrders(
      database,
      tenantId,
      page,
      sql<boolean>`status = 'pending' and (state ->> 'expiresAt')::bigint <= ${at}`,
    ),

  unsettled: (tenantId, at, page) =>
    dueOrders(
      database,
      tenantId,
      page,
      sql<boolean>`exists (
        select
          from json_array_elements(state -> 'payments') as payment (value),
               json_array_elements(payment.value -> 'operations') as operation (value)
         where operation.value ->> 'status' = 'unknown'
            or (operation.value ->> 'status' = 'requested'
                and (operation.value ->> 'requestedAt')::bigint <= ${at}))`,
    ),
});

const dueOrders = async (
  database: OrdoDatabase,
  tenantId: TenantId,
  { limit, after }: DuePage,
  isDue: RawBuilder<boolean>,
): Promise<readonly OrderId[]> => {
  const rows = await database
    .forTenant(tenantId)
    .selectFrom("orders")
    .select("id")
    .where("tenant_id", "=", tenantId)
    .where(isDue)
    .$if(after !== null, (query) => query.where("id", ">", after))
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => OrderId(id));
};

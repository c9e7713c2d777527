import { type DueTenants, TenantId, type TenantPage } from "@ordo/application";
import type { Timestamp } from "@ordo/domain";
import { type RawBuilder, sql } from "kysely";
import { asSweeper } from "./connection/as-sweeper.ts";
import type { OrdoDatabase } from "./database.ts";
import { type DueColumn, dueUntil } from "./postgres-due-orders.ts";

export const makePostgresDueTenants = (database: OrdoDatabase): DueTenants => {
  const tenants: (column: DueColumn) => DueTenants["expirable"] = (column) => async (at, page) => {
    const { rows } = await asSweeper(database, (trx) =>
      dueTenantsQuery(column, at, page).execute(trx),
    );
    return rows.map(({ tenant_id }) => TenantId(tenant_id)).toSorted();
  };
  return { expirable: tenants("expires_at"), unsettled: tenants("unsettled_since") };
};

/**
 * Jumps through the index from one tenant to the next, and reads of each the first entry alone: what falls
 * due first says whether anything is due. Exported for its plan to be tested.
 */
export const dueTenantsQuery = (
  column: DueColumn,
  at: Timestamp,
  { limit, after }: TenantPage,
): RawBuilder<{ readonly tenant_id: string }> => {
  const due = sql.ref(column);
  const firstBehind = (tenantId: RawBuilder<unknown>) => sql`
    (select tenant_id, ${due} as first_due
       from orders
      where ${due} is not null and orders.tenant_id > ${tenantId}
      order by tenant_id, ${due}
      limit 1)`;
  return sql`
    with recursive tenant as (
      ${firstBehind(sql`${after ?? "00000000-0000-0000-0000-000000000000"}::uuid`)}
      union all
      select behind.* from tenant, lateral ${firstBehind(sql`tenant.tenant_id`)} as behind
    )
    select tenant_id from tenant where first_due <= ${dueUntil(at)} limit ${limit}`;
};

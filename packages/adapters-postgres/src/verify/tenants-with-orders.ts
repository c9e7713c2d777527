import { TenantId } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import { err, ok, type Result } from "neverthrow";
import type { Database } from "../database.ts";
import { isSqlState, sqlState } from "../sql-state.ts";

/** The login is held to one tenant at a time, so it cannot tell which there are. */
export type TenantsHidden = "tenants hidden";

/** Every tenant that has an order. Needs a superuser or a role with BYPASSRLS. */
export const tenantsWithOrders = async (
  db: Kysely<Database>,
): Promise<Result<readonly TenantId[], TenantsHidden>> => {
  try {
    const { rows } = await db.transaction().execute(async (trx) => {
      // Where row-level security would hide rows, this makes it an error instead of an empty answer.
      await sql`set local row_security = off`.execute(trx);
      return sql<{ id: string }>`
        with recursive tenant (id) as (
          (select tenant_id from orders order by tenant_id limit 1)
          union all
          select (select tenant_id from orders where tenant_id > tenant.id order by tenant_id limit 1)
            from tenant
           where tenant.id is not null
        )
        select id from tenant where id is not null`.execute(trx);
    });
    return ok(rows.map(({ id }) => TenantId(id)));
  } catch (error) {
    if (isSqlState(error, sqlState.insufficientPrivilege)) return err("tenants hidden");
    throw error;
  }
};

import { type Kysely, sql } from "kysely";
import { seeingEveryTenant } from "./seeing-every-tenant.ts";

export const transactional = false;

/** For squawk: the statement changes nothing when it is run once more. */
const rerunnable = sql.raw("-- squawk-ignore prefer-robust-stmts\n");

/** Orders per statement: each commits on its own, so that no writer waits long for a row. */
const batchSize = 2_000;

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await seeingEveryTenant(db, ["orders", "order_lines", "order_tags"], async () => {
    let last: Key | undefined = firstKey;
    while (last !== undefined) last = await fillAfter(db, last);
  });
  await sql`${rerunnable} alter table order_lines validate constraint order_lines_created_at_is_given`.execute(
    db,
  );
};

/** The columns go with 0007. */
export const down = async (): Promise<void> => undefined;

interface Key {
  readonly tenant_id: string;
  readonly id: string;
}

const zero = "00000000-0000-0000-0000-000000000000";
const firstKey: Key = { tenant_id: zero, id: zero };

/** Fills the orders that follow a key and answers with the last of them, undefined when there were none. */
const fillAfter = async (db: Kysely<unknown>, { tenant_id, id }: Key): Promise<Key | undefined> => {
  const { rows } = await sql<Key>`
    with batch as (
      select tenant_id, id, email, created_at, state
        from orders
       where (tenant_id, id) > (${tenant_id}::uuid, ${id}::uuid)
       order by tenant_id, id
       limit ${sql.lit(batchSize)}
         for no key update
    ), emails as (
      update orders
         set email_lower = lower(batch.email)
        from batch
       where orders.tenant_id = batch.tenant_id and orders.id = batch.id and batch.email is not null
    ), lines as (
      update order_lines
         set created_at = batch.created_at
        from batch
       where order_lines.tenant_id = batch.tenant_id and order_lines.order_id = batch.id
    ), tags as (
      insert into order_tags (tenant_id, tag, created_at, order_id)
      select distinct tenant_id, tag, created_at, id
        from batch, json_array_elements_text(state -> 'tags') as tag
      on conflict do nothing
    )
    select tenant_id, id from batch order by tenant_id desc, id desc limit 1`.execute(db);
  return rows[0];
};

import { type Kysely, sql } from "kysely";

const statuses: Readonly<Record<string, readonly string[]>> = {
  payment_status: [
    "unpaid",
    "partially_authorized",
    "authorized",
    "partially_paid",
    "paid",
    "overpaid",
    "not_required",
  ],
  refund_status: ["none", "pending", "partial", "full"],
  fulfillment_status: [
    "unfulfilled",
    "partially_fulfilled",
    "fulfilled",
    "partially_shipped",
    "shipped",
    "partially_delivered",
    "delivered",
  ],
  return_status: ["none", "requested", "partially_returned", "returned"],
};
/** Minor units. */
const sums = ["authorized", "captured", "refunded"];
const times = ["confirmed_at", "completed_at", "canceled_at", "archived_at"];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of Object.keys(statuses))
    await addColumn(db, column, sql`text collate "C"`).execute();
  for (const column of sums) await addColumn(db, column, sql`bigint`).execute();
  for (const column of times) await addColumn(db, column, sql`timestamptz(3)`).execute();
  await addChecks(db);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const column of [...times, ...sums, ...Object.keys(statuses)].toReversed())
    await db.schema.alterTable("orders").dropColumn(column).execute();
};

const addColumn = (db: Kysely<unknown>, name: string, type: ReturnType<typeof sql>) =>
  db.schema.alterTable("orders").addColumn(name, type);

// They hold for what is written from now on; 0013 fills the rows that are there and validates them.
const addChecks = async (db: Kysely<unknown>): Promise<void> => {
  for (const [column, known] of Object.entries(statuses)) {
    const values = sql.join(known.map((value) => sql.lit(value)));
    const name = sql.id(`orders_${column}_is_known`);
    await sql`
      alter table orders
        add constraint ${name} check (${sql.ref(column)} is not null and ${sql.ref(column)} in (${values})) not valid`.execute(
      db,
    );
  }
  for (const column of ["authorized", "captured"])
    await sql`
      alter table orders
        add constraint ${sql.id(`orders_${column}_is_an_amount`)}
            check (${sql.ref(column)} is not null and ${sql.ref(column)} between 0 and 9007199254740991) not valid`.execute(
      db,
    );
  await sql`
    alter table orders
      add constraint orders_refunded_within_captured
          check (refunded is not null and refunded between 0 and captured) not valid`.execute(db);
};

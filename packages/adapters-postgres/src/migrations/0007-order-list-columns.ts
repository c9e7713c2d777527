import { type Kysely, sql } from "kysely";
import { isolateTenants } from "./isolate-tenants.ts";

// What lists filter by, as columns that row-level security lets an index answer: lower(email) is not
// leakproof, nor is containment in an array of tags.

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .alterTable("orders")
    .addColumn("email_lower", sql`text collate "C"`)
    .execute();
  await db.schema.alterTable("order_lines").addColumn("created_at", "timestamptz(3)").execute();
  // Holds for what is written from now on; 0008 fills the rows that are there and validates it.
  await sql`
    alter table order_lines
      add constraint order_lines_created_at_is_given check (created_at is not null) not valid`.execute(
    db,
  );
  await createOrderTags(db);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.dropTable("order_tags").execute();
  await db.schema.alterTable("order_lines").dropColumn("created_at").execute();
  await db.schema.alterTable("orders").dropColumn("email_lower").execute();
};

// One index carries it all: the key is the list. No foreign key: it would cost each tagged order a look-up
// and ask for a second index; rows are written with their order alone, and `ordo verify` compares them.
const createOrderTags = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("order_tags")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("tag", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("created_at", "timestamptz(3)", (column) => column.notNull())
    .addColumn("order_id", "uuid", (column) => column.notNull())
    .addPrimaryKeyConstraint("order_tags_pkey", ["tenant_id", "tag", "created_at", "order_id"])
    .execute();
  await isolateTenants(db, "order_tags");
};

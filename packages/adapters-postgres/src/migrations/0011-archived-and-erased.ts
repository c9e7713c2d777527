import { type Kysely, sql } from "kysely";
import { isolateTenants } from "./isolate-tenants.ts";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .alterTable("products")
    .addColumn("archived_at", sql`timestamptz(3)`)
    .execute();
  await db.schema
    .alterTable("customers")
    .addColumn("erased_at", sql`timestamptz(3)`)
    .execute();
  await createInventoryAdjustments(db);
  await isolateTenants(db, "inventory_adjustments");
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.dropTable("inventory_adjustments").execute();
  await db.schema.alterTable("customers").dropColumn("erased_at").execute();
  await db.schema.alterTable("products").dropColumn("archived_at").execute();
};

/** Who changed a product's stock by hand, by how much and why. */
const createInventoryAdjustments = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable("inventory_adjustments")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("id", "uuid", (column) => column.notNull())
    .addColumn("product_id", "uuid", (column) => column.notNull())
    .addColumn("delta", "bigint", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("actor_type", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("actor_id", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("at", sql`timestamptz(3)`, (column) => column.notNull())
    .addPrimaryKeyConstraint("inventory_adjustments_pkey", ["tenant_id", "id"])
    .addForeignKeyConstraint(
      "inventory_adjustments_product_fkey",
      ["tenant_id", "product_id"],
      "products",
      ["tenant_id", "id"],
    )
    .addCheckConstraint("inventory_adjustments_delta_not_zero", sql`delta <> 0`)
    .execute();

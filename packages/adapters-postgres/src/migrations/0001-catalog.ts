import { type Kysely, sql } from "kysely";

// Text that is compared is COLLATE "C" (exact, and safe from changes of the system's collations);
// emails are COLLATE pg_c_utf8, whose lower() is the same on every system.

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await createCustomers(db);
  await createProducts(db);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema.dropTable("products").execute();
  await db.schema.dropTable("customers").execute();
};

const createCustomers = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("customers")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("id", "uuid", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("email", sql`text collate pg_c_utf8`, (column) => column.notNull())
    .addColumn("name", "text")
    .addColumn("phone", "text")
    .addColumn("metadata", "json", (column) => column.notNull())
    .addColumn("created_at", "timestamptz(3)", (column) => column.notNull())
    .addColumn("updated_at", "timestamptz(3)", (column) => column.notNull())
    .addPrimaryKeyConstraint("customers_pkey", ["tenant_id", "id"])
    .addCheckConstraint("customers_version_counts_from_one", sql`version >= 1`)
    .execute();
  await db.schema
    .createIndex("customers_email_key")
    .unique()
    .on("customers")
    .columns(["tenant_id"])
    .expression(sql`lower(email)`)
    .execute();
};

const createProducts = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable("products")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("id", "uuid", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("sku", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("price", "bigint", (column) => column.notNull())
    .addColumn("currency", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("tax_rate", "integer", (column) => column.notNull())
    .addColumn("tracked", "boolean", (column) => column.notNull())
    .addColumn("on_hand", "bigint", (column) => column.notNull())
    .addColumn("reserved", "bigint", (column) => column.notNull())
    .addColumn("metadata", "json", (column) => column.notNull())
    .addColumn("created_at", "timestamptz(3)", (column) => column.notNull())
    .addColumn("updated_at", "timestamptz(3)", (column) => column.notNull())
    .addPrimaryKeyConstraint("products_pkey", ["tenant_id", "id"])
    .addUniqueConstraint("products_sku_key", ["tenant_id", "sku"])
    .addCheckConstraint("products_version_counts_from_one", sql`version >= 1`)
    .addCheckConstraint("products_price_is_an_amount", sql`price between 0 and 9007199254740991`)
    .addCheckConstraint("products_currency_is_a_code", sql`currency ~ '^[A-Z]{3}$'`)
    .addCheckConstraint("products_tax_rate_is_basis_points", sql`tax_rate between 0 and 10000`)
    .addCheckConstraint("products_on_hand_not_negative", sql`on_hand >= 0`)
    .addCheckConstraint("products_reserved_not_negative", sql`reserved >= 0`)
    .addCheckConstraint("products_reserved_within_on_hand", sql`not tracked or reserved <= on_hand`)
    .execute();

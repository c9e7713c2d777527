import { type Kysely, sql } from "kysely";

export const up = async (db: Kysely<unknown>): Promise<void> => {
  await createOrders(db);
  await createOrderIndexes(db);
  await createOrderLines(db);
  await createOrderEvents(db);
  await createOrderNumberBlocks(db);
};

export const down = async (db: Kysely<unknown>): Promise<void> => {
  for (const table of ["order_number_blocks", "order_events", "order_lines", "orders"])
    await db.schema.dropTable(table).execute();
};

const createOrders = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable("orders")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("id", "uuid", (column) => column.notNull())
    .addColumn("number", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("status", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("customer_id", "uuid")
    .addColumn("email", sql`text collate pg_c_utf8`)
    .addColumn("channel", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("currency", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("total", "bigint", (column) => column.notNull())
    .addColumn("created_at", "timestamptz(3)", (column) => column.notNull())
    .addColumn("updated_at", "timestamptz(3)", (column) => column.notNull())
    .addColumn("placed_at", "timestamptz(3)")
    // The hash of the newest event.
    .addColumn("chain_head", "bytea", (column) => column.notNull())
    .addColumn("state", "json", (column) => column.notNull())
    .addPrimaryKeyConstraint("orders_pkey", ["tenant_id", "id"])
    .addUniqueConstraint("orders_number_key", ["tenant_id", "number"])
    .addForeignKeyConstraint("orders_customer_fkey", ["tenant_id", "customer_id"], "customers", [
      "tenant_id",
      "id",
    ])
    .addCheckConstraint(
      "orders_status_is_known",
      sql`status in ('draft', 'pending', 'confirmed', 'completed', 'canceled')`,
    )
    .addCheckConstraint("orders_version_counts_from_one", sql`version >= 1`)
    .addCheckConstraint(
      "orders_placed_unless_draft",
      sql`placed_at is not null or status in ('draft', 'canceled')`,
    )
    .addCheckConstraint("orders_currency_is_a_code", sql`currency ~ '^[A-Z]{3}$'`)
    .addCheckConstraint("orders_total_is_an_amount", sql`total between 0 and 9007199254740991`)
    .execute();

// Ascending, though lists are newest first: an index is read backward as cheaply, and only an ascending
// one stays densely packed when each new order goes to its tenant's end.
const createOrderIndexes = async (db: Kysely<unknown>): Promise<void> => {
  const list = ["created_at", "id"];
  await db.schema
    .createIndex("orders_list")
    .on("orders")
    .columns(["tenant_id", ...list])
    .execute();
  for (const filter of ["status", "customer_id", "channel"])
    await db.schema
      .createIndex(`orders_list_by_${filter}`)
      .on("orders")
      .columns(["tenant_id", filter, ...list])
      .execute();
  await db.schema
    .createIndex("orders_list_by_email")
    .on("orders")
    .columns(["tenant_id"])
    .expression(sql`lower(email)`)
    .columns(list)
    .execute();
};

const createOrderLines = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable("order_lines")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("order_id", "uuid", (column) => column.notNull())
    .addColumn("line_id", "uuid", (column) => column.notNull())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("product_id", "uuid")
    .addColumn("quantity", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("order_lines_pkey", ["tenant_id", "order_id", "line_id"])
    .addForeignKeyConstraint("order_lines_order_fkey", ["tenant_id", "order_id"], "orders", [
      "tenant_id",
      "id",
    ])
    .addForeignKeyConstraint("order_lines_product_fkey", ["tenant_id", "product_id"], "products", [
      "tenant_id",
      "id",
    ])
    .addCheckConstraint("order_lines_position_not_negative", sql`position >= 0`)
    .addCheckConstraint("order_lines_quantity_is_positive", sql`quantity >= 1`)
    .execute();
  await db.schema
    .createIndex("order_lines_by_product")
    .on("order_lines")
    .columns(["tenant_id", "product_id", "order_id"])
    .where(sql.ref("product_id"), "is not", null)
    .execute();
};

const createOrderEvents = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable("order_events")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("order_id", "uuid", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("type", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("data", "json", (column) => column.notNull())
    .addColumn("hash", "bytea", (column) => column.notNull())
    .addColumn("actor_type", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("actor_id", sql`text collate "C"`, (column) => column.notNull())
    .addColumn("at", "timestamptz(3)", (column) => column.notNull())
    .addColumn("xid", sql`xid8`, (column) => column.notNull().defaultTo(sql`pg_current_xact_id()`))
    .addColumn("position", "bigint", (column) => column.notNull().generatedAlwaysAsIdentity())
    .addPrimaryKeyConstraint("order_events_pkey", ["tenant_id", "order_id", "version"])
    .addForeignKeyConstraint("order_events_order_fkey", ["tenant_id", "order_id"], "orders", [
      "tenant_id",
      "id",
    ])
    .addCheckConstraint("order_events_version_counts_from_one", sql`version >= 1`)
    .addCheckConstraint("order_events_hash_is_sha256", sql`octet_length(hash) = 32`)
    .execute();

const createOrderNumberBlocks = (db: Kysely<unknown>): Promise<void> =>
  db.schema
    .createTable("order_number_blocks")
    .addColumn("tenant_id", "uuid", (column) => column.notNull())
    .addColumn("next_number", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("order_number_blocks_pkey", ["tenant_id"])
    .addCheckConstraint("order_number_blocks_next_number_is_positive", sql`next_number >= 1`)
    .execute();

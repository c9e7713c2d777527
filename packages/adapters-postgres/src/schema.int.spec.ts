import { TenantId } from "@ordo/application";
import { aPlacement, aStockedProduct, freshId, placing } from "@ordo/application/testing";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { keysNotLedByTenant } from "./testing/keys-not-led-by-tenant.ts";
import { useStorage } from "./testing/use-storage.ts";

describe("the schema", () => {
  const storage = useStorage();

  test("begins every primary key, unique index and foreign key with tenant_id", async () => {
    expect(await keysNotLedByTenant(storage().db)).toEqual([]);
  });

  test("and a key that does not is found", async () => {
    const { db } = storage();
    await sql`create table wrong (tenant_id uuid, id uuid primary key)`.execute(db);
    await sql`create table also_wrong (tenant_id uuid, other uuid constraint reference references wrong)`.execute(
      db,
    );
    await sql`create unique index expression_first on also_wrong (lower(other::text), tenant_id)`.execute(
      db,
    );
    expect(await keysNotLedByTenant(db)).toEqual(["expression_first", "reference", "wrong_pkey"]);
    await sql`drop table also_wrong, wrong`.execute(db);
  });

  describe("refuses", () => {
    const stocked = async () => {
      const tenantId = TenantId(freshId());
      const product = aStockedProduct(freshId(), 2);
      await storage().products.add({ tenantId, claim: null, product });
      return product.id;
    };
    const placed = async () => {
      const tenantId = TenantId(freshId());
      const command = aPlacement(freshId());
      await storage().orders.write(placing(tenantId, null, command));
      return command.terms.id;
    };

    test.each([
      ["more reserved than on hand", "reserved = 3", "products_reserved_within_on_hand"],
      ["negative reservations", "reserved = -1", "products_reserved_not_negative"],
      ["negative stock", "on_hand = -1, tracked = false", "products_on_hand_not_negative"],
      ["a negative price", "price = -1", "products_price_is_an_amount"],
      ["a price beyond 2^53 - 1", "price = 9007199254740992", "products_price_is_an_amount"],
      ["a tax rate beyond 100 %", "tax_rate = 10001", "products_tax_rate_is_basis_points"],
      ["a currency that is no code", "currency = 'eur'", "products_currency_is_a_code"],
    ])("a product with %s", async (_what, change, constraint) => {
      const id = await stocked();
      const update = sql`update products set ${sql.raw(change)} where id = ${id}`;
      await expect(update.execute(storage().db)).rejects.toMatchObject({ constraint });
    });

    test("no reservation of untracked stock, however large", async () => {
      const id = await stocked();
      await sql`update products set tracked = false, reserved = 3 where id = ${id}`.execute(
        storage().db,
      );
    });

    test.each([
      ["an unknown status", "status = 'lost'", "orders_status_is_known"],
      ["version 0", "version = 0", "orders_version_counts_from_one"],
      [
        "a status that follows placing, never placed",
        "placed_at = null",
        "orders_placed_unless_draft",
      ],
      ["a negative total", "total = -1", "orders_total_is_an_amount"],
      ["an unknown payment status", "payment_status = 'lost'", "orders_payment_status_is_known"],
      ["no payment status", "payment_status = null", "orders_payment_status_is_known"],
      ["an unknown refund status", "refund_status = 'lost'", "orders_refund_status_is_known"],
      [
        "an unknown fulfillment status",
        "fulfillment_status = 'lost'",
        "orders_fulfillment_status_is_known",
      ],
      ["an unknown return status", "return_status = 'lost'", "orders_return_status_is_known"],
      ["less than nothing authorized", "authorized = -1", "orders_authorized_is_an_amount"],
      [
        "less than nothing captured",
        "captured = -1, refunded = -1",
        "orders_captured_is_an_amount",
      ],
      ["less than nothing refunded", "refunded = -1", "orders_refunded_within_captured"],
      [
        "more refunded than captured",
        "captured = 1, refunded = 2",
        "orders_refunded_within_captured",
      ],
      ["a customer of nowhere", "customer_id = gen_random_uuid()", "orders_customer_fkey"],
    ])("an order with %s", async (_what, change, constraint) => {
      const id = await placed();
      const update = sql`update orders set ${sql.raw(change)} where id = ${id}`;
      await expect(update.execute(storage().db)).rejects.toMatchObject({ constraint });
    });

    test("a line without units, and a line of another tenant's order", async () => {
      const id = await placed();
      const { db } = storage();
      const empty = sql`update order_lines set quantity = 0 where order_id = ${id}`;
      const foreign = sql`update order_lines set tenant_id = ${freshId()} where order_id = ${id}`;
      await expect(empty.execute(db)).rejects.toMatchObject({
        constraint: "order_lines_quantity_is_positive",
      });
      await expect(foreign.execute(db)).rejects.toMatchObject({
        constraint: "order_lines_order_fkey",
      });
    });
  });
});

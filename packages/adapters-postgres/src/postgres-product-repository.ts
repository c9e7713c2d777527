import type { ProductRepository } from "@ordo/application";
import { sql } from "kysely";
import { err, ok } from "neverthrow";
import { decodeProduct, productRow } from "./codecs/product-codec.ts";
import type { OrdoDatabase } from "./database.ts";
import { runOnce } from "./idempotency/run-once.ts";

export const makePostgresProductRepository = (database: OrdoDatabase): ProductRepository => ({
  find: async (tenantId, productId) => {
    const row = await database
      .forTenant(tenantId)
      .selectFrom("products")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", productId)
      .executeTakeFirst();
    return row && decodeProduct(row);
  },

  findMany: async (tenantId, productIds) => {
    // An array parameter: one statement text however many ids there are.
    const rows = await database
      .forTenant(tenantId)
      .selectFrom("products")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", sql<string>`any(${productIds}::uuid[])`)
      .execute();
    return rows.map(decodeProduct);
  },

  add: ({ tenantId, claim, product }) =>
    runOnce(database.forTenant(tenantId), {
      tenantId,
      claim,
      effect: async (trx) => {
        const added = await trx
          .insertInto("products")
          .values(productRow(tenantId, product))
          .onConflict((conflict) => conflict.columns(["tenant_id", "sku"]).doNothing())
          .returning("id")
          .executeTakeFirst();
        return added ? ok(product) : err({ type: "SkuTaken", sku: product.sku });
      },
      record: () => ({ kind: "product", product }),
      recall: async (_trx, outcome) => {
        if (outcome.kind !== "product")
          throw new Error(`a key of a product recorded a ${outcome.kind}`);
        return outcome.product;
      },
    }),
});

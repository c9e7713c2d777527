import type { ProductFilter, ProductRepository } from "@ordo/application";
import { sql } from "kysely";
import { err, ok } from "neverthrow";
import { adjustStock } from "./catalog-write/adjust-stock.ts";
import { changeProduct } from "./catalog-write/change-product.ts";
import { decodeProduct, productRow } from "./codecs/product-codec.ts";
import { beyondCreated, positionOf, readingDirection } from "./created-page.ts";
import { cutPage } from "./cut-page.ts";
import type { OrdoDatabase } from "./database.ts";
import { runOnce } from "./idempotency/run-once.ts";
import { makeProductFinder } from "./row-read/product-finder.ts";

export const makePostgresProductRepository = (database: OrdoDatabase): ProductRepository => ({
  ...makeProductFinder(database),

  list: async (tenantId, filter, page) => {
    const direction = readingDirection(page);
    const rows = await database
      .forTenant(tenantId)
      .selectFrom("products")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where((eb) => eb.and([...conditions(filter), ...beyondCreated(page)]))
      .orderBy("created_at", direction)
      .orderBy("id", direction)
      .limit(page.limit + 1)
      .execute();
    return cutPage(rows.map(decodeProduct), page, positionOf);
  },

  update: (request) => changeProduct(database.forTenant(request.tenantId), request),

  adjust: (request) =>
    runOnce(database.forTenant(request.tenantId), {
      tenantId: request.tenantId,
      claim: request.claim,
      effect: (trx) => adjustStock(trx, request),
      record: (adjustment) => ({ kind: "adjustment", adjustment }),
      recall: async (_trx, outcome) => {
        if (outcome.kind !== "adjustment")
          throw new Error(`a key of an adjustment recorded a ${outcome.kind}`);
        return outcome.adjustment;
      },
    }),

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

const conditions = ({ sku, archived }: ProductFilter) => [
  ...(sku === undefined ? [] : [sql<boolean>`sku = ${sku}`]),
  ...(archived === undefined
    ? []
    : [archived ? sql<boolean>`archived_at is not null` : sql<boolean>`archived_at is null`]),
];

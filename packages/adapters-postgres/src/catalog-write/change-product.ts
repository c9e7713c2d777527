import type { Outcome, ProductUpdate } from "@ordo/application";
import type { Product } from "@ordo/domain";
import type { Kysely } from "kysely";
import { productRow } from "../codecs/product-codec.ts";
import type { Database } from "../database.ts";
import { changeRow } from "./change-row.ts";
import { lockProduct } from "./lock-product.ts";

/** Changes a product but its stock. */
export const changeProduct = (
  db: Kysely<Database>,
  { tenantId, productId, change }: ProductUpdate,
): Promise<Outcome<Product>> =>
  changeRow<Product>(db, {
    lock: (trx) => lockProduct(trx, tenantId, productId),
    missing: { type: "ProductNotFound", productId },
    change: async (current) =>
      change(current).map((changed) => ({ ...changed, inventory: current.inventory })),
    store: async (trx, product) => {
      const {
        tenant_id: _tenantId,
        id: _id,
        on_hand: _onHand,
        reserved: _reserved,
        ...columns
      } = productRow(tenantId, product);
      await trx
        .updateTable("products")
        .set(columns)
        .where("tenant_id", "=", tenantId)
        .where("id", "=", productId)
        .executeTakeFirstOrThrow();
    },
    unique: { index: "products_sku_key", taken: ({ sku }) => ({ type: "SkuTaken", sku }) },
  });

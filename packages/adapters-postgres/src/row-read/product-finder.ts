import type { ProductRepository } from "@ordo/application";
import type { ProductId } from "@ordo/domain";
import type { Selectable } from "kysely";
import { binaryArray } from "../batch/binary-array.ts";
import { decodeProduct } from "../codecs/product-codec.ts";
import type { OrdoDatabase } from "../database.ts";
import type { ProductsTable } from "../tables/products-table.ts";
import { makeRowFinder } from "./row-finder.ts";

/** Every order that is placed looks for products, and orders placed at the same time for much the same ones. */
export const makeProductFinder = (
  database: OrdoDatabase,
): Pick<ProductRepository, "find" | "findMany"> => {
  const findRows = makeRowFinder<readonly ProductId[], Selectable<ProductsTable>>(database, {
    name: "ordo_find_products",
    text: "select * from products where tenant_id = $1 and id = any($2::uuid[])",
    parametersOf: (wanted) => [binaryArray("uuid", [...new Set(wanted.flat())])],
  });
  return {
    find: async (tenantId, productId) => {
      const row = (await findRows(tenantId, [productId])).get(productId);
      return row && decodeProduct(row);
    },
    findMany: async (tenantId, productIds) => {
      if (productIds.length === 0) return [];
      const rows = await findRows(tenantId, productIds);
      return [...new Set(productIds)].flatMap((id) => {
        const row = rows.get(id);
        return row ? [decodeProduct(row)] : [];
      });
    },
  };
};

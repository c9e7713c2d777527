import type { TenantId } from "@ordo/application";
import { type Currency, isCurrency, type Product, ProductId, Timestamp } from "@ordo/domain";
import type { Insertable, Selectable } from "kysely";
import type { ProductsTable } from "../tables/products-table.ts";
import { decodeMetadata, encodeMetadata } from "./metadata-codec.ts";
import { fromNullableTimestamptz, toNullableTimestamptz, toTimestamptz } from "./timestamptz.ts";

export const productRow = (tenantId: TenantId, product: Product): Insertable<ProductsTable> => ({
  tenant_id: tenantId,
  id: product.id,
  version: product.version,
  sku: product.sku,
  title: product.title,
  price: product.price,
  currency: product.currency,
  tax_rate: product.taxRate,
  tracked: product.inventory.tracked,
  on_hand: product.inventory.onHand,
  reserved: product.inventory.reserved,
  metadata: encodeMetadata(product.metadata),
  created_at: toTimestamptz(product.createdAt),
  updated_at: toTimestamptz(product.updatedAt),
  archived_at: toNullableTimestamptz(product.archivedAt),
});

export const decodeProduct = (row: Selectable<ProductsTable>): Product => ({
  id: ProductId(row.id),
  version: row.version,
  sku: row.sku,
  title: row.title,
  price: row.price,
  currency: decodeCurrency(row.currency),
  taxRate: row.tax_rate,
  inventory: { tracked: row.tracked, onHand: row.on_hand, reserved: row.reserved },
  metadata: decodeMetadata(row.metadata),
  createdAt: Timestamp(row.created_at),
  updatedAt: Timestamp(row.updated_at),
  archivedAt: fromNullableTimestamptz(row.archived_at),
});

const decodeCurrency = (code: string): Currency => {
  if (!isCurrency(code)) throw new Error(`stored currency ${code} is unknown to this release`);
  return code;
};

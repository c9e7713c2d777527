import type { Order, OrderId, Product } from "@ordo/domain";
import type { OrderRepository } from "../../ports/output/order-repository.ts";
import type { ProductRepository } from "../../ports/output/product-repository.ts";
import type { UnknownReference } from "../../rejection.ts";
import type { TenantId } from "../../tenant-id.ts";

interface Ports {
  readonly orders: OrderRepository;
  readonly products: ProductRepository;
}

/** The products that the draft's lines name, as they are now. */
export const productsOfDraft = async (
  { orders, products }: Ports,
  tenantId: TenantId,
  orderId: OrderId,
): Promise<readonly Product[]> => {
  const order = await orders.find(tenantId, orderId);
  const wanted = new Set(order?.lines.flatMap(({ productId }) => productId ?? []));
  return wanted.size > 0 ? products.findMany(tenantId, [...wanted]) : [];
};

/** The refusal for the first line whose product is no longer sold. */
export const archivedLine = (
  { lines }: Order,
  products: readonly Product[],
): UnknownReference | undefined => {
  const archived = new Set(
    products.filter(({ archivedAt }) => archivedAt !== null).map(({ id }) => id),
  );
  for (const [index, { productId }] of lines.entries())
    if (productId !== null && archived.has(productId))
      return { type: "ProductArchived", path: ["lines", index, "productId"], productId };
  return undefined;
};

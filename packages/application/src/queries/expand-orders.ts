import { maySee } from "../access.ts";
import type { ExpandOrders } from "../ports/input/expand-orders.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";

interface Ports {
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
}

export const makeExpandOrders =
  ({ customers, products }: Ports): ExpandOrders =>
  async ({ orders, expand }, context) => {
    const { tenantId } = context;
    const customerIds = expand.includes("customer")
      ? new Set(orders.flatMap(({ customerId }) => customerId ?? []))
      : new Set<never>();
    const productIds = expand.includes("products")
      ? new Set(orders.flatMap(({ lines }) => lines.flatMap(({ productId }) => productId ?? [])))
      : new Set<never>();
    const visible = [...customerIds].filter((id) => maySee(context, id));
    const [foundCustomers, foundProducts] = await Promise.all([
      visible.length > 0 ? customers.findMany(tenantId, visible) : [],
      productIds.size > 0 ? products.findMany(tenantId, [...productIds]) : [],
    ]);
    return { customers: foundCustomers, products: foundProducts };
  };

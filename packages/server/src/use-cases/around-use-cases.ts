import type { UseCases } from "@ordo/application";

/** Wraps one use case in something that sees it begin and end, and changes nothing. */
export type Around = <Args extends readonly unknown[], Answer>(
  name: keyof UseCases,
  call: (...args: Args) => Promise<Answer>,
) => (...args: Args) => Promise<Answer>;

/** Every use case, wrapped. */
export const aroundUseCases = (useCases: UseCases, around: Around): UseCases => ({
  placeOrder: around("placeOrder", useCases.placeOrder),
  cancelOrder: around("cancelOrder", useCases.cancelOrder),
  getOrder: around("getOrder", useCases.getOrder),
  getOrderTimeline: around("getOrderTimeline", useCases.getOrderTimeline),
  listOrders: around("listOrders", useCases.listOrders),
  // A stream has no one moment at which it has answered.
  exportOrders: useCases.exportOrders,
  createCustomer: around("createCustomer", useCases.createCustomer),
  getCustomer: around("getCustomer", useCases.getCustomer),
  createProduct: around("createProduct", useCases.createProduct),
  getProduct: around("getProduct", useCases.getProduct),
});

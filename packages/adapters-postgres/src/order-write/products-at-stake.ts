import type { Order, ProductId } from "@ordo/domain";
import type { OrderInMemory } from "./order-in-memory.ts";
import type { QueuedWrite } from "./queued-write.ts";
import { tryWrite } from "./try-write.ts";

/** The products whose stock the writes would move if none of them ran short. */
export const productsAtStake = (
  writes: readonly QueuedWrite[],
  loaded: ReadonlyMap<string, OrderInMemory>,
): ReadonlySet<ProductId> => {
  const products = new Set<ProductId>();
  const orders = new Map<string, Order>();
  for (const write of writes) {
    const { orderId } = write.request;
    const trial = tried(write, orders.get(orderId) ?? loaded.get(orderId)?.current);
    if (!trial?.isOk()) continue;
    orders.set(orderId, trial.value.after);
    for (const { productId } of trial.value.movements) products.add(productId);
  }
  return products;
};

// A decision that throws stakes nothing; the one that counts will throw again.
const tried = (...args: Parameters<typeof tryWrite>) => {
  try {
    return tryWrite(...args);
  } catch {
    return undefined;
  }
};

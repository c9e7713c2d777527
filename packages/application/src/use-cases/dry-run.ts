import {
  evolve,
  type Order,
  type OrderEvent,
  type StockMovement,
  stockMovements,
} from "@ordo/domain";
import { err, ok, type Result } from "neverthrow";
import type { OrderOutcome } from "../outcome.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import type { Rejection } from "../rejection.ts";
import { shortagesOf } from "../shortages.ts";
import type { TenantId } from "../tenant-id.ts";

/** Decides and shows what would become of the order; writes nothing. */
export const dryRun = async (
  { products }: { readonly products: ProductRepository },
  tenantId: TenantId,
  current: Order | undefined,
  decide: (order: Order | undefined) => Result<readonly OrderEvent[], Rejection>,
): Promise<OrderOutcome> => {
  const decision = decide(current);
  if (decision.isErr()) return { result: err(decision.error), replayed: false };

  const events = decision.value;
  const { order, movements } = foldEvents(current, events);
  if (order === undefined) throw new Error("no order came of an accepted command");
  const claims = movements.filter(({ reserved }) => reserved > 0);
  const stock = claims.length > 0 ? await products.findMany(tenantId, idsOf(claims)) : [];
  const shortages = shortagesOf(stock, claims);
  return shortages.length > 0
    ? { result: err({ type: "InsufficientStock", shortages }), replayed: false }
    : { result: ok(order), replayed: false, preview: events };
};

const idsOf = (movements: readonly StockMovement[]) => movements.map(({ productId }) => productId);

const foldEvents = (current: Order | undefined, events: readonly OrderEvent[]) => {
  let order = current;
  const movements: StockMovement[] = [];
  for (const event of events) {
    movements.push(...stockMovements(order, event));
    order = evolve(order, event);
  }
  return { order, movements };
};

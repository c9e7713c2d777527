import { decide, type OrderCommand, type OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { WriteContext } from "../context.ts";
import type { OrderOutcome } from "../outcome.ts";
import type { OrderNumbers } from "../ports/output/order-numbers.ts";
import type { OrderRepository, OrderWrite } from "../ports/output/order-repository.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import type { Rejection } from "../rejection.ts";
import { dryRun } from "./dry-run.ts";
import { isFinalWhenNumbered, underFreeNumber } from "./free-order-number.ts";

interface Ports {
  readonly orders: OrderRepository;
  readonly orderNumbers: OrderNumbers;
  readonly products: ProductRepository;
}

interface NewOrderWrite {
  readonly orderId: OrderId;
  /** The caller's own number; null has one made. */
  readonly number: string | null;
  readonly dryRun: boolean;
  /** A request that cannot be prepared goes the same way, so that its key records the refusal too. */
  readonly command: Result<(number: string) => OrderCommand, Rejection>;
}

// Shown by a dry run, which takes no number.
const NO_NUMBER = "(new)";

/** Writes an order that is not there yet, under the caller's number or the next free one. */
export const writeNewOrder = async (
  { orders, orderNumbers, products }: Ports,
  { orderId, number, dryRun: isDryRun, command }: NewOrderWrite,
  { tenantId, claim, deadline }: WriteContext,
): Promise<OrderOutcome> => {
  const under = (chosen: string): OrderWrite => ({
    tenantId,
    orderId,
    claim,
    deadline,
    decide: (order) => command.andThen((numbered) => decide(order, numbered(chosen))),
  });

  if (isDryRun) return dryRun({ products }, tenantId, undefined, under(number ?? NO_NUMBER).decide);
  return number === null
    ? underFreeNumber(
        orderId,
        () => orderNumbers.next(tenantId),
        (next) => orders.write({ ...under(next), isFinal: isFinalWhenNumbered }),
      )
    : orders.write(under(number));
};

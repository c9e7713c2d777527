import { evolve, replay } from "../order/evolve.ts";
import { decide } from "../order/decide.ts";
import type { OrderCommand } from "../order/order-command.ts";
import type { OrderEvent } from "../order/order-event.ts";
import type { Order } from "../order/order.ts";
import { tell, units } from "./commands.ts";
import { catalogLine, customLine, placeOrder, product } from "./fixtures.ts";
import { ProductId } from "../shared/ids.ts";

/** The events of commands told one after the other; each must be accepted. */
export const history = (...commands: readonly OrderCommand[]): readonly OrderEvent[] => {
  const journal: OrderEvent[] = [];
  let order: Order | undefined;
  for (const command of commands) {
    const decision = decide(order, command);
    if (decision.isErr())
      throw new Error(`${command.type} was refused: ${JSON.stringify(decision.error)}`);
    for (const event of decision.value) {
      order = evolve(order, event);
      journal.push(event);
    }
  }
  return journal;
};

/** The order after such a history. */
export const orderAfter = (...commands: readonly OrderCommand[]): Order => {
  const order = replay(history(...commands));
  if (order === undefined) throw new Error("no order without a command");
  return order;
};

/** Two units of a tracked product at 1000 and one custom unit at 500: 2500 in all, on account. */
export const smallOrder = (terms: Parameters<typeof placeOrder>[0] = {}) =>
  placeOrder({
    lines: [
      catalogLine(2, product({ id: ProductId("product-1"), price: 1000, taxRate: 0 })),
      customLine(1, 500, { id: "line-2" }),
    ],
    ...terms,
    terms: { paymentTerms: "onAccount", ...terms.terms },
  });

export const confirmed: readonly OrderCommand[] = [smallOrder(), tell.confirm()];
const all = [units("line-1", 2), units("line-2", 1)];
export const shipped: readonly OrderCommand[] = [...confirmed, tell.fulfill(all), tell.ship()];
export const delivered: readonly OrderCommand[] = [...shipped, tell.deliver()];
export const paid: readonly OrderCommand[] = [...delivered, tell.record(2500)];
export const completed: readonly OrderCommand[] = [...paid, tell.complete()];

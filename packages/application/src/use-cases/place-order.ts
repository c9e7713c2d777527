import { OrderId } from "@ordo/domain";
import { err } from "neverthrow";
import type { PlaceOrder } from "../ports/input/place-order.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { OrderNumbers } from "../ports/output/order-numbers.ts";
import type { OrderRepository } from "../ports/output/order-repository.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import { customerMayNotPlace } from "./customer-may-not-place.ts";
import { prepareNewOrder } from "./prepare-new-order.ts";
import { writeNewOrder } from "./write-new-order.ts";

/** What putting an order on the books needs from the outside. */
export interface PlacementPorts {
  readonly orders: OrderRepository;
  readonly orderNumbers: OrderNumbers;
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

export const makePlaceOrder =
  (ports: PlacementPorts): PlaceOrder =>
  async (input, context) => {
    const orderId = OrderId(ports.ids.next());
    const forbidden = context.actingCustomerId === null ? undefined : customerMayNotPlace(input);
    const parts = forbidden
      ? err(forbidden)
      : await prepareNewOrder(ports, input, context, orderId);

    const { expectedTotal, expiresAt = null } = input;
    const base = { type: "place", at: ports.clock.now(), actor: context.actor } as const;
    const command = parts.map((numbered) => (number: string) => ({
      ...base,
      ...numbered(number),
      expectedTotal,
      expiresAt,
    }));
    const { number, dryRun = false } = input;
    return writeNewOrder(ports, { orderId, number, dryRun, command }, context);
  };

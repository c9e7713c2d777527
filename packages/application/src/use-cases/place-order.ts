import { decide, OrderId } from "@ordo/domain";
import type { PlaceOrder } from "../ports/input/place-order.ts";
import type { Clock } from "../ports/output/clock.ts";
import type { CustomerRepository } from "../ports/output/customer-repository.ts";
import type { IdGenerator } from "../ports/output/id-generator.ts";
import type { OrderNumbers } from "../ports/output/order-numbers.ts";
import type { OrderRepository, OrderWrite } from "../ports/output/order-repository.ts";
import type { ProductRepository } from "../ports/output/product-repository.ts";
import { isFinalWhenNumbered, underFreeNumber } from "./free-order-number.ts";
import { preparePlacement } from "./prepare-placement.ts";

interface Ports {
  readonly orders: OrderRepository;
  readonly orderNumbers: OrderNumbers;
  readonly customers: CustomerRepository;
  readonly products: ProductRepository;
  readonly clock: Clock;
  readonly ids: IdGenerator;
}

export const makePlaceOrder =
  (ports: Ports): PlaceOrder =>
  async (input, context) => {
    const { tenantId, claim } = context;
    const orderId = OrderId(ports.ids.next());
    const placement = await preparePlacement(ports, input, context, orderId);
    const under = (number: string): OrderWrite => ({
      tenantId,
      orderId,
      claim,
      // A request that cannot be prepared goes the same way, so that its key records the refusal too.
      decide: (order) => placement.andThen((numbered) => decide(order, numbered(number))),
    });

    return input.number === null
      ? underFreeNumber(
          orderId,
          () => ports.orderNumbers.next(tenantId),
          (number) => ports.orders.write({ ...under(number), isFinal: isFinalWhenNumbered }),
        )
      : ports.orders.write(under(input.number));
  };

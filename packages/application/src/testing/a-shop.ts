import type { Order, OrderId } from "@ordo/domain";
import type { WriteContext } from "../context.ts";
import type { OrderOutcome } from "../outcome.ts";
import type { NewOrder, PlaceOrderInput } from "../ports/input/place-order.ts";
import { anApplication, staff } from "./an-application.ts";
import { aStockedProduct } from "./fixtures.ts";
import { scriptedPayments } from "./scripted-payments.ts";

/** Ten pots of tea at 19.99, 19 % tax. */
export const pot = aStockedProduct("01990000-0000-7000-8000-00000000000a", 10);

/** Two pots for a guest on account: 4758 in all. */
export const guestOrder: NewOrder = {
  buyer: { customerId: null, email: "guest@example.com" },
  currency: "EUR",
  taxMode: "exclusive",
  paymentTerms: "onAccount",
  channel: "default",
  number: null,
  lines: [{ productId: pot.id, quantity: 2 }],
  discounts: [],
  shippingLines: [],
  shippingAddress: null,
  billingAddress: null,
  tags: [],
  note: null,
  metadata: {},
};

/** An application with {@link pot} in stock and a provider that does as the test says. */
export const aShop = async () => {
  const payments = scriptedPayments();
  const app = anApplication(payments.gateway);
  const { useCases } = app;
  await app.storage.products.add({ tenantId: staff.tenantId, claim: null, product: pot });

  const place = async (change: Partial<PlaceOrderInput> = {}, context: WriteContext = staff) =>
    accepted(await useCases.placeOrder({ ...guestOrder, expectedTotal: null, ...change }, context));
  const confirmed = async (change: Partial<PlaceOrderInput> = {}) => {
    const { id } = await place(change);
    return accepted(await useCases.confirmOrder(on(id), staff));
  };
  /** Both pots packed, shipped and delivered. */
  const delivered = async (change: Partial<PlaceOrderInput> = {}) => {
    const { id, lines } = await confirmed(change);
    const all = lines.map((line) => ({ lineId: line.id, quantity: line.quantity }));
    const tracking = { carrier: null, trackingNumbers: [] };
    const created = await useCases.createFulfillment({ ...on(id), lines: all, ...tracking }, staff);
    const fulfillment = accepted(created).fulfillments.at(-1);
    if (!fulfillment) throw new Error("no fulfillment was made");
    const target = { ...on(id), fulfillmentId: fulfillment.id };
    accepted(await useCases.packFulfillment(target, staff));
    accepted(await useCases.shipFulfillment(target, staff));
    return accepted(await useCases.deliverFulfillment(target, staff));
  };
  const stock = async () => {
    const product = await app.storage.products.find(staff.tenantId, pot.id);
    return product && [product.inventory.onHand, product.inventory.reserved];
  };
  return { ...app, payments, place, confirmed, delivered, stock };
};

/** Whatever version the order has. */
export const on = (orderId: OrderId) => ({ orderId, expectedVersion: null });

export const accepted = ({ result }: OrderOutcome): Order => {
  if (result.isErr()) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
};

export const refusal = ({ result }: OrderOutcome) => (result.isErr() ? result.error : undefined);

/**
 * A checkout preview and a support tool on the pure domain: no server, no database.
 * Run it (Node 24 or later; npx takes the repository's own): npx node --conditions=@ordo/source examples/checkout-and-support.ts
 */
import {
  allowedActions,
  type CancelLines,
  CustomerId,
  decide,
  describeRejection,
  explain,
  fulfillmentStatus,
  isCurrency,
  LineId,
  type OrderCommand,
  type OrderEvent,
  OrderId,
  orderTotals,
  paymentStatus,
  type PlaceOrder,
  type Product,
  ProductId,
  replay,
  Timestamp,
} from "@ordo/domain";

const at = Timestamp(Date.UTC(2026, 0, 2, 9, 30));
const actor = { type: "service", id: "example" } as const;

const mug = (): Product => {
  const currency = "EUR";
  if (!isCurrency(currency)) throw new Error("EUR is a currency");
  return {
    id: ProductId("mug"),
    version: 1,
    sku: "MUG",
    title: "Mug",
    price: 1999,
    currency,
    taxRate: 1900,
    inventory: { tracked: true, onHand: 10, reserved: 0 },
    metadata: {},
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
  };
};

/** Two mugs, a gift wrap, a welcome code and something off for a scratch: 46.45 EUR. */
export const cart = (): PlaceOrder => ({
  type: "place",
  at,
  actor,
  terms: {
    id: OrderId("order-1"),
    number: "A-1001",
    customerId: CustomerId("ada"),
    email: null,
    currency: "EUR",
    taxMode: "exclusive",
    paymentTerms: "prepaid",
    channel: "web",
    billingAddress: null,
    shippingAddress: null,
    tags: [],
    note: null,
    metadata: {},
  },
  lines: [
    { id: LineId("line-1"), product: mug(), quantity: 2 },
    {
      id: LineId("line-2"),
      title: "Gift wrap",
      sku: "WRAP",
      unitPrice: 350,
      taxRate: 1900,
      quantity: 1,
    },
  ],
  discounts: [
    { code: "WELCOME10", type: "percentage", value: 1000, line: null, reason: null },
    { code: null, type: "fixed", value: 500, line: 0, reason: "scratched" },
  ],
  shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
  expectedTotal: null,
});

/** Checkout: what would this cart cost, before anything is stored? */
export const preview = (command: PlaceOrder): string =>
  decide(undefined, command).match(
    (events) => {
      const order = replay(events);
      return order ? `You pay ${orderTotals(order).current} ${order.currency}` : "";
    },
    (rejection) => describeRejection(rejection),
  );

/** Support: what is this order, why does it cost what it costs, what can I do? */
export const report = (journal: readonly OrderEvent[]): readonly string[] => {
  const order = replay(journal);
  if (order === undefined) return ["no such order"];
  return [
    `${order.number} is ${order.status}, ${paymentStatus(order)}, ${fulfillmentStatus(order)}`,
    ...explain(order, "total").steps.map(({ label, amount }) => `${amount}  ${label}`),
    ...allowedActions(order).map((action) =>
      action.allowed
        ? `can ${action.command}`
        : `cannot ${action.command}: ${describeRejection(action.because)}`,
    ),
  ];
};

/** Tells an order something and appends what follows to its journal. */
export const tell = (
  journal: readonly OrderEvent[],
  command: OrderCommand,
): readonly OrderEvent[] =>
  decide(replay(journal), command).match(
    (events) => [...journal, ...events],
    (rejection) => {
      throw new Error(describeRejection(rejection));
    },
  );

export const withoutGiftWrap: CancelLines = {
  type: "cancelLines",
  at,
  actor,
  lines: [{ lineId: LineId("line-2"), quantity: 1 }],
  reason: "sold out",
};

if (import.meta.main) {
  console.log(preview(cart()));
  console.log(report(tell(tell([], cart()), withoutGiftWrap)).join("\n"));
}

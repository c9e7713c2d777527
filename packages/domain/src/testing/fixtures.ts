import type { Currency } from "../money/currency.ts";
import { isCurrency } from "../money/currency.ts";
import { decide } from "../order/decide.ts";
import type { DiscountTerms } from "../order/discount.ts";
import type { LineInput } from "../order/line-input.ts";
import type { CancelOrder, OrderCommand, PlaceOrder } from "../order/order-command.ts";
import type { OrderEvent } from "../order/order-event.ts";
import type { Order } from "../order/order.ts";
import type { Product } from "../product/product.ts";
import { CustomerId, LineId, OrderId, ProductId } from "../shared/ids.ts";
import { Timestamp } from "../shared/timestamp.ts";

export const noon = Timestamp(1_790_000_000_000);
export const later = Timestamp(1_790_000_060_000);
export const clerk = { type: "user", id: "clerk" } as const;

export const currency = (code: string): Currency => {
  if (!isCurrency(code)) throw new Error(`${code} is no currency`);
  return code;
};

export const product = (overrides: Partial<Product> = {}): Product => ({
  id: ProductId("product-1"),
  version: 1,
  sku: "MUG",
  title: "Mug",
  price: 1999,
  currency: currency("EUR"),
  taxRate: 1900,
  inventory: { tracked: true, onHand: 10, reserved: 0 },
  metadata: {},
  createdAt: noon,
  updatedAt: noon,
  archivedAt: null,
  ...overrides,
});

export const catalogLine = (
  quantity: number,
  of: Product = product(),
  id = "line-1",
): LineInput => ({
  id: LineId(id),
  quantity,
  product: of,
});

export const customLine = (
  quantity: number,
  unitPrice: number,
  { id = "line-1", taxRate = 0 }: { id?: string; taxRate?: number } = {},
): LineInput => ({ id: LineId(id), quantity, title: "Custom", sku: null, unitPrice, taxRate });

export const percent = (value: number, line: number | null = null): DiscountTerms => ({
  type: "percentage",
  value,
  line,
  code: null,
  reason: null,
});

export const fixed = (value: number, line: number | null = null): DiscountTerms => ({
  type: "fixed",
  value,
  line,
  code: null,
  reason: null,
});

export const placeOrder = ({
  terms,
  ...overrides
}: Partial<Omit<PlaceOrder, "terms">> & {
  terms?: Partial<PlaceOrder["terms"]>;
} = {}): PlaceOrder => ({
  type: "place",
  at: noon,
  actor: clerk,
  terms: {
    id: OrderId("order-1"),
    number: "A-1001",
    customerId: CustomerId("customer-1"),
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
    ...terms,
  },
  lines: [catalogLine(1)],
  discounts: [],
  shippingLines: [],
  expectedTotal: null,
  ...overrides,
});

/** The order of `http-api.md`, which totals 4645. */
export const contractExample = (): PlaceOrder =>
  placeOrder({
    lines: [catalogLine(2), customLine(1, 350, { id: "line-2", taxRate: 1900 })],
    discounts: [percent(1000), fixed(500, 0)],
    shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
    expectedTotal: 4645,
  });

export const cancelOrder = (): CancelOrder => ({
  type: "cancel",
  at: later,
  actor: clerk,
  cancellation: { reason: "changed mind", note: null },
});

/** The events of a command that must be accepted. */
export const eventsOf = (order: Order | undefined, command: OrderCommand): readonly OrderEvent[] =>
  decide(order, command)._unsafeUnwrap();

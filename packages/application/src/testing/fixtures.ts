import {
  type Currency,
  type Customer,
  CustomerId,
  type CustomLineInput,
  decide,
  isCurrency,
  LineId,
  type LineInput,
  OrderId,
  type PlaceOrder,
  type Product,
  ProductId,
  Timestamp,
} from "@ordo/domain";
import type { IdempotencyClaim } from "../idempotency.ts";
import type { OrderWrite } from "../ports/output/order-repository.ts";
import type { TenantId } from "../tenant-id.ts";

const createdAt = Timestamp(1_767_225_600_000);

export const currency = (code: string): Currency => {
  if (!isCurrency(code)) throw new Error(`${code} is no currency`);
  return code;
};

export const aCustomer = (id: string, change: Partial<Customer> = {}): Customer => ({
  id: CustomerId(id),
  version: 1,
  email: `${id}@example.com`,
  name: "Ada Lovelace",
  phone: null,
  metadata: { zebra: "1", apple: "2" },
  createdAt,
  updatedAt: createdAt,
  erasedAt: null,
  ...change,
});

export const aProduct = (id: string, change: Partial<Product> = {}): Product => ({
  id: ProductId(id),
  version: 1,
  sku: `SKU-${id}`,
  title: "Tea",
  price: 1999,
  currency: currency("EUR"),
  taxRate: 1900,
  inventory: { tracked: false, onHand: 0, reserved: 0 },
  metadata: {},
  createdAt,
  updatedAt: createdAt,
  archivedAt: null,
  ...change,
});

/** A tracked product with so many units on hand. */
export const aStockedProduct = (id: string, onHand: number): Product =>
  aProduct(id, { inventory: { tracked: true, onHand, reserved: 0 } });

export const aClaim = (key: string, fingerprint = "f1"): IdempotencyClaim => ({
  clientId: "checkout",
  key,
  fingerprint,
});

export interface PlacementOptions {
  readonly number?: string;
  readonly lines?: readonly LineInput[];
  readonly terms?: Partial<PlaceOrder["terms"]>;
  readonly at?: Timestamp;
}

/** A custom line: one gift wrap at 350, plus 19 % tax. */
export const aGift = (change: Partial<CustomLineInput> = {}): CustomLineInput => ({
  id: LineId("01990000-0000-7000-8000-0000000000ff"),
  quantity: 1,
  title: "Gift wrap",
  sku: "WRAP",
  unitPrice: 350,
  taxRate: 1900,
  ...change,
});

/** A command that places an order of one gift wrap (416 in all), unless told otherwise. */
export const aPlacement = (id: string, options: PlacementOptions = {}): PlaceOrder => ({
  type: "place",
  at: options.at ?? createdAt,
  actor: { type: "user", id: "clerk" },
  terms: {
    id: OrderId(id),
    number: options.number ?? `N-${id}`,
    customerId: null,
    email: "guest@example.com",
    currency: "EUR",
    taxMode: "exclusive",
    paymentTerms: "prepaid",
    channel: "web",
    billingAddress: null,
    shippingAddress: null,
    tags: ["vip"],
    note: null,
    metadata: { zebra: "1", apple: "2" },
    ...options.terms,
  },
  lines: options.lines ?? [aGift()],
  discounts: [],
  shippingLines: [],
  expectedTotal: null,
});

export const lineOf = (lineId: string, product: Product, quantity: number): LineInput => ({
  id: LineId(lineId),
  quantity,
  product,
});

/** Places {@link aPlacement} through the repository port. */
export const placing = (
  tenantId: TenantId,
  claim: IdempotencyClaim | null,
  command: PlaceOrder,
): OrderWrite => ({
  tenantId,
  orderId: command.terms.id,
  claim,
  decide: (order) => decide(order, command),
});

/** Cancels an order through the repository port. */
export const canceling = (
  tenantId: TenantId,
  claim: IdempotencyClaim | null,
  orderId: OrderId,
  at = Timestamp(createdAt + 1000),
): OrderWrite => ({
  tenantId,
  orderId,
  claim,
  decide: (order) =>
    decide(order, {
      type: "cancel",
      at,
      actor: { type: "user", id: "clerk" },
      cancellation: { reason: "customer changed their mind", note: null },
    }),
});

/** How fast the pure domain is on one core, with the machine's own calibration loop beside it. */
import { mkdirSync, writeFileSync } from "node:fs";
import {
  decide,
  evolve,
  isCurrency,
  LineId,
  type Order,
  type OrderCommand,
  type OrderEvent,
  PaymentId,
  type PlaceOrder,
  type Product,
  ProductId,
  replay,
  Timestamp,
} from "@ordo/domain";
import { OrderId } from "@ordo/domain";
import { chart } from "./lib/domain-chart.ts";

const at = Timestamp(1_790_000_000_000);
const actor = { type: "service", id: "bench" } as const;
const meta = { at, actor };

const eur = (code = "EUR") => {
  if (!isCurrency(code)) throw new Error(code);
  return code;
};

const product = (n: number): Product => ({
  id: ProductId(`product-${n}`),
  version: 1,
  sku: `SKU-${n}`,
  title: "Thing",
  price: 1000 + n,
  currency: eur(),
  taxRate: 1900,
  inventory: { tracked: true, onHand: 1000, reserved: 0 },
  metadata: {},
  createdAt: at,
  updatedAt: at,
  archivedAt: null,
});

const placement = (lines: number): PlaceOrder => ({
  type: "place",
  ...meta,
  terms: {
    id: OrderId("order-1"),
    number: "A-1",
    customerId: null,
    email: "a@b.example",
    currency: "EUR",
    taxMode: "exclusive",
    paymentTerms: "onAccount",
    channel: "web",
    billingAddress: null,
    shippingAddress: null,
    tags: [],
    note: null,
    metadata: {},
  },
  lines: Array.from({ length: lines }, (_, n) => ({
    id: LineId(`line-${n}`),
    product: product(n),
    quantity: 2,
  })),
  discounts: [{ type: "percentage", value: 1000, line: null, code: "TEN", reason: null }],
  shippingLines: [{ title: "Standard", amount: 490, taxRate: 1900 }],
  expectedTotal: null,
});

const decided = (order: Order | undefined, command: OrderCommand): readonly OrderEvent[] => {
  const decision = decide(order, command);
  if (decision.isErr()) throw new Error(JSON.stringify(decision.error));
  return decision.value;
};

const place = (command: PlaceOrder): Order | undefined => {
  let order: Order | undefined;
  for (const event of decided(undefined, command)) order = evolve(order, event);
  return order;
};

/** A whole life of a 3-line order: placed, confirmed, paid in two captures, shipped, delivered, completed. */
const life = (): readonly OrderEvent[] => {
  const journal: OrderEvent[] = [];
  let order: Order | undefined;
  const tell = (command: OrderCommand): void => {
    for (const event of decided(order, command)) {
      order = evolve(order, event);
      journal.push(event);
    }
  };
  const three = placement(3);
  tell(three);
  const total = order?.totals.total ?? 0;
  const paymentId = PaymentId("payment-1");
  const provider = { provider: "simulated", reference: null, capture: false };
  const settle = (operation: number): OrderCommand => ({
    type: "settlePayment",
    ...meta,
    paymentId,
    operation,
    outcome: "succeeded",
    reference: null,
    failure: null,
  });
  tell({ type: "authorizePayment", ...meta, paymentId, amount: total, ...provider });
  tell(settle(1));
  tell({ type: "confirm", ...meta });
  tell({ type: "capturePayment", ...meta, paymentId, amount: 1000 });
  tell(settle(2));
  tell({ type: "capturePayment", ...meta, paymentId, amount: null });
  tell(settle(3));
  return journal;
};

/** Calls per second: the best of five rounds of about 300 ms, after a warm-up. */
const rate = (work: () => unknown): number => {
  let kept: unknown;
  const round = (milliseconds: number): number => {
    const started = performance.now();
    let calls = 0;
    let elapsed = 0;
    do {
      for (let n = 0; n < 100; n += 1) kept = work();
      calls += 100;
      elapsed = performance.now() - started;
    } while (elapsed < milliseconds);
    return (calls / elapsed) * 1000;
  };
  round(300);
  const best = Math.max(...Array.from({ length: 5 }, () => round(300)));
  if (kept === undefined) throw new Error("nothing was done");
  return best;
};

// The machine's own measure: 100,000 rounds of integer arithmetic that the compiler cannot leave out.
const calibrate = (): number => {
  let x = 1;
  for (let n = 0; n < 100_000; n += 1) x = (Math.imul(x, 1_664_525) + 1_013_904_223) | 0;
  return x;
};

const three = placement(3);
const fifty = placement(50);
const fiveHundred = placement(500);
const journal = life();

const results = {
  "calibration, loops of 100,000": rate(calibrate),
  "place 3 lines, decided": rate(() => decide(undefined, three)),
  "place 3 lines, decided and evolved": rate(() => place(three)),
  "place 50 lines, decided and evolved": rate(() => place(fifty)),
  "place 500 lines, decided and evolved": rate(() => place(fiveHundred)),
  "events replayed": rate(() => replay(journal)) * journal.length,
};

for (const [name, perSecond] of Object.entries(results))
  console.log(`${name.padEnd(40)} ${Math.round(perSecond).toLocaleString("en").padStart(12)} /s`);

const placed = results["place 3 lines, decided and evolved"];
const replayed = results["events replayed"];
const calibration = results["calibration, loops of 100,000"];
const slope =
  results["place 50 lines, decided and evolved"] / results["place 500 lines, decided and evolved"];
console.log(
  `ratios: placed ÷ 300,000 = ${(placed / 300_000).toFixed(2)}; replayed ÷ 1,000,000 = ${(replayed / 1_000_000).toFixed(2)}; placements per calibration loop = ${(placed / calibration).toFixed(1)}; time of 500 lines ÷ 50 lines = ${slope.toFixed(1)} (10 is linear)`,
);

const folder = new URL("results/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("domain.json", folder), `${JSON.stringify(results, null, 2)}\n`);

const goals: Readonly<Record<string, number>> = {
  "place 3 lines, decided and evolved": 300_000,
  "events replayed": 1_000_000,
};
const bars = Object.entries(results).map(([name, perSecond]) => ({
  name,
  perSecond,
  goal: goals[name] ?? null,
}));
writeFileSync(
  new URL("domain.svg", folder),
  chart("The pure domain on one core, per second", bars),
);

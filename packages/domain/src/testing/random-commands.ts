import fc from "fast-check";
import { allowedActions } from "../order/allowed-actions.ts";
import type { OrderCommand } from "../order/order-command.ts";
import { orderCommandTypes } from "../order/order-command-types.ts";
import type { Order } from "../order/order.ts";
import { LineId, ProductId } from "../shared/ids.ts";
import { expiresAt } from "./exploration/beginnings.ts";
import { candidates } from "./exploration/candidates.ts";
import { catalogLine, fixed, percent, placeOrder, product } from "./fixtures.ts";

const roomy = {
  lines: 6,
  payments: 4,
  fulfillments: 4,
  returns: 3,
  edits: 1,
  holds: 2,
  creditLines: 3,
  outcomes: ["succeeded", "succeeded", "failed", "unknown"],
  part: 17,
} as const;

/** A placement of up to three lines, with prices, taxes and discounts that make every share round. */
export const anyPlacement = fc
  .record({
    lines: fc.array(
      fc.record({
        price: fc.oneof(fc.nat(300), fc.nat(1e9), fc.constant(4_503_599_627_370)),
        taxRate: fc.nat(10_000),
        quantity: fc.integer({ min: 1, max: 7 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    percent: fc.nat(10_000),
    fixed: fc.nat(500),
    taxMode: fc.constantFrom("exclusive" as const, "inclusive" as const),
    paymentTerms: fc.constantFrom("onAccount" as const, "prepaid" as const),
  })
  .map(({ lines, taxMode, paymentTerms, ...discounts }) =>
    placeOrder({
      terms: { taxMode, paymentTerms },
      expiresAt,
      lines: lines.map(({ price, taxRate, quantity }, index) => ({
        ...catalogLine(quantity, product({ id: ProductId(`product-${index}`), price, taxRate })),
        id: LineId(`line-${index + 1}`),
      })),
      discounts: [percent(discounts.percent), fixed(discounts.fixed)],
      shippingLines: [{ title: "Standard", amount: 333, taxRate: 1900 }],
    }),
  );

/** Numbers that pick, one after the other, among the commands that could be told. */
export const anyChoices = fc.noBias(
  fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 80, size: "max" }),
);

/** The command that a choice picks: mostly of a type that the order takes now, else of any. */
export const pick = (
  order: Order,
  [type, nth]: readonly [number, number],
): OrderCommand | undefined => {
  const open = allowedActions(order).flatMap(({ command, allowed }) => (allowed ? [command] : []));
  const kinds = type % 4 === 0 ? orderCommandTypes : open;
  const kind = kinds[Math.floor(type / 4) % kinds.length];
  if (kind === undefined) return undefined;
  const choices = candidates[kind](order, roomy);
  return choices[nth % choices.length];
};

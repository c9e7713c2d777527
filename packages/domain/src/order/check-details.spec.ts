import { describe, expect, it } from "vitest";
import { draftOrder, updateDraft } from "../testing/drafts.ts";
import { customLine, percent, placeOrder } from "../testing/fixtures.ts";
import { given } from "../testing/given.ts";
import { history } from "../testing/history.ts";
import type { PlaceOrder } from "./order-command.ts";
import type { OrderRejection } from "./order-rejection.ts";

const text = (length: number): string => "x".repeat(length);
const tags = (count: number) => Array.from({ length: count }, (_, n) => `tag-${n}`);
const keys = (count: number) => Object.fromEntries(tags(count).map((key) => [key, ""]));

type Overrides = NonNullable<Parameters<typeof placeOrder>[0]>;

/** What is refused, why, and what of the same kind is just taken. */
const bounds: [Overrides, OrderRejection, Overrides][] = [
  [
    { terms: { note: text(2001) } },
    { type: "TextIsTooLong", path: ["terms", "note"], limit: 2000 },
    { terms: { note: text(2000) } },
  ],
  [
    { terms: { tags: tags(51) } },
    { type: "TooManyItems", path: ["terms", "tags"], limit: 50 },
    { terms: { tags: tags(50) } },
  ],
  [
    { terms: { tags: ["ok", text(61)] } },
    { type: "TextIsTooLong", path: ["terms", "tags", 1], limit: 60 },
    { terms: { tags: ["ok", text(60)] } },
  ],
  [
    { terms: { metadata: keys(51) } },
    { type: "TooManyItems", path: ["terms", "metadata"], limit: 50 },
    { terms: { metadata: keys(50) } },
  ],
  [
    { terms: { metadata: { [text(41)]: "" } } },
    { type: "TextIsTooLong", path: ["terms", "metadata", text(41)], limit: 40 },
    { terms: { metadata: { [text(40)]: "" } } },
  ],
  [
    { terms: { metadata: { size: text(501) } } },
    { type: "TextIsTooLong", path: ["terms", "metadata", "size"], limit: 500 },
    { terms: { metadata: { size: text(500) } } },
  ],
  [
    { lines: [{ ...customLine(1, 5), title: text(251) }] },
    { type: "TextIsTooLong", path: ["lines", 0, "title"], limit: 250 },
    { lines: [{ ...customLine(1, 5), title: text(250) }] },
  ],
  [
    { lines: [customLine(1, 5), { ...customLine(1, 5, { id: "line-2" }), sku: text(101) }] },
    { type: "TextIsTooLong", path: ["lines", 1, "sku"], limit: 100 },
    { lines: [{ ...customLine(1, 5), sku: text(100) }] },
  ],
  [
    { shippingLines: [{ title: text(251), amount: 1, taxRate: 0 }] },
    { type: "TextIsTooLong", path: ["shippingLines", 0, "title"], limit: 250 },
    { shippingLines: [{ title: text(250), amount: 1, taxRate: 0 }] },
  ],
  [
    { discounts: [percent(1), { ...percent(1), reason: text(501) }] },
    { type: "TextIsTooLong", path: ["discounts", 1, "reason"], limit: 500 },
    { discounts: [{ ...percent(1), reason: text(500) }] },
  ],
];

describe("the bounds of what an order says", () => {
  const number: [Overrides, OrderRejection, Overrides] = [
    { terms: { number: text(51) } },
    { type: "TextIsTooLong", path: ["terms", "number"], limit: 50 },
    { terms: { number: text(50) } },
  ];

  it.each([...bounds, number])("hold when it is placed: case %#", (over, rejection, within) => {
    const place = (overrides: Overrides): PlaceOrder => placeOrder(overrides);
    given().when(place(over)).thenRejects(rejection);
    expect(given().when(place(within)).decision.isOk()).toBe(true);
  });

  it.each([...bounds, number])("hold when it is drafted: case %#", (over, rejection, within) => {
    given().when(draftOrder(over)).thenRejects(rejection);
    expect(given().when(draftOrder(within)).decision.isOk()).toBe(true);
  });

  it.each(bounds)("hold when the draft is updated: case %#", (over, rejection, within) => {
    const draft = history(draftOrder());
    given(...draft)
      .when(updateDraft(over))
      .thenRejects(rejection);
    expect(
      given(...draft)
        .when(updateDraft(within))
        .decision.isOk(),
    ).toBe(true);
  });
});

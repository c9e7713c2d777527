import { describe, expect, it } from "vitest";
import { EditId, LineId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { catalogLine, currency, customLine, product } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { completed, confirmed, history, smallOrder } from "../../testing/history.ts";
import type { EditOperation } from "../edits/edit.ts";
import type { OrderRejection } from "../order-rejection.ts";

const set = (lineId: string, quantity: number, newLineId = "line-3"): EditOperation => ({
  type: "set_quantity",
  lineId: LineId(lineId),
  quantity,
  newLineId: LineId(newLineId),
});
const remove = (lineId: string): EditOperation => ({ type: "remove_line", lineId: LineId(lineId) });
const add = (quantity: number, unitPrice: number, id = "line-3"): EditOperation => ({
  type: "add_line",
  line: customLine(quantity, unitPrice, { id, taxRate: 1000 }),
});
const ship = (amount: number): EditOperation => ({
  type: "add_shipping_line",
  shippingLine: { title: "Express", amount, taxRate: 1000 },
});

const propose = (...operations: readonly EditOperation[]) =>
  given(...history(smallOrder())).when(tell.propose(operations));

describe("proposeEdit", () => {
  it.each([
    ["a line added, taxed and not discounted", [add(2, 300)], 3160, 660],
    ["a shipping line added", [ship(90)], 2599, 99],
    ["fewer units", [set("line-1", 1)], 1500, -1000],
    ["more units, at the frozen price", [set("line-1", 5)], 5500, 3000],
    ["a line removed", [remove("line-2")], 2000, -500],
    ["all at once", [remove("line-2"), set("line-1", 1), add(1, 100), ship(10)], 1121, -1379],
  ])("states the new total and the difference: %s", (_, operations, newTotal, difference) => {
    const [event] = propose(...operations).decision._unsafeUnwrap();
    expect(event).toMatchObject({ type: "order.edit_proposed", newTotal, difference });
  });

  it("makes more units a line of the same terms under its own id", () => {
    const [event] = propose(set("line-1", 5)).decision._unsafeUnwrap();
    expect(event).toMatchObject({
      addedLines: [
        {
          id: "line-3",
          productId: "product-1",
          tracked: true,
          unitPrice: 1000,
          quantity: 3,
          subtotal: 3000,
          discount: 0,
        },
      ],
      canceledLines: [],
    });
  });

  it("makes fewer units a cancellation", () => {
    const [event] = propose(set("line-1", 1), remove("line-2")).decision._unsafeUnwrap();
    expect(event).toMatchObject({
      addedLines: [],
      canceledLines: [units("line-1", 1), units("line-2", 1)],
    });
  });

  const faults: [readonly EditOperation[], OrderRejection][] = [
    [[], { type: "EditChangesNothing" }],
    [[set("line-1", 2)], { type: "EditChangesNothing" }],
    [[remove("line-1"), remove("line-2")], { type: "EditLeavesNoUnits" }],
    [
      [remove("line-9")],
      { type: "OrderHasNoSuchItem", item: "line", path: ["operations", 0, "lineId"], id: "line-9" },
    ],
    [
      [set("line-9", 1)],
      { type: "OrderHasNoSuchItem", item: "line", path: ["operations", 0, "lineId"], id: "line-9" },
    ],
    [
      [ship(1), set("line-1", 0)],
      { type: "QuantityMustBeAPositiveInteger", path: ["operations", 1, "quantity"] },
    ],
    [
      [set("line-1", 1), remove("line-1")],
      { type: "LineIsNamedTwice", path: ["operations", 1, "lineId"], lineId: LineId("line-1") },
    ],
    [
      [add(1, 1, "line-1")],
      { type: "IdIsTaken", path: ["operations", 0, "line", "id"], id: "line-1" },
    ],
    [
      [add(1, 1), add(1, 1)],
      { type: "IdIsTaken", path: ["operations", 1, "line", "id"], id: "line-3" },
    ],
    [
      [set("line-1", 3, "line-2")],
      { type: "IdIsTaken", path: ["operations", 0, "id"], id: "line-2" },
    ],
    [
      [add(0, 1)],
      { type: "QuantityMustBeAPositiveInteger", path: ["operations", 0, "line", "quantity"] },
    ],
    [
      [ship(-1)],
      {
        type: "AmountMustBeANonNegativeInteger",
        path: ["operations", 0, "shippingLine", "amount"],
      },
    ],
    [
      [add(1, Number.MAX_SAFE_INTEGER - 1)],
      { type: "AmountLeavesSafeRange", path: ["operations", 0, "line"] },
    ],
    [
      [{ type: "add_line", line: customLine(1, Number.MAX_SAFE_INTEGER, { id: "line-3" }) }],
      { type: "AmountLeavesSafeRange", path: ["operations"] },
    ],
    [
      [
        {
          type: "add_line",
          line: catalogLine(1, product({ currency: currency("JPY") }), "line-3"),
        },
      ],
      {
        type: "ProductCurrencyDiffers",
        path: ["operations", 0, "line", "productId"],
        productId: product().id,
        productCurrency: "JPY",
        orderCurrency: "EUR",
      },
    ],
    [
      Array.from({ length: 499 }, (_, n) => add(1, 1, `more-${n}`)),
      { type: "TooManyItems", path: ["operations"], limit: 500 },
    ],
    [
      Array.from({ length: 21 }, () => ship(1)),
      { type: "TooManyItems", path: ["operations"], limit: 20 },
    ],
  ];
  it.each(faults)("names the fault: case %#", (operations, rejection) => {
    propose(...operations).thenRejects(rejection);
  });

  it("takes additions up to the limits", () => {
    const lines = Array.from({ length: 498 }, (_, n) => add(1, 1, `more-${n}`));
    const shippingLines = Array.from({ length: 20 }, () => ship(1));
    const [event] = propose(...lines, ...shippingLines).decision._unsafeUnwrap();
    expect(event).toMatchObject({ difference: 518, newTotal: 3018 });
  });

  it("counts the lines that are there already against the limit", () => {
    const full = smallOrder({
      lines: Array.from({ length: 500 }, (_, n) => customLine(1, 1, { id: `line-${n}` })),
    });
    given(...history(full))
      .when(tell.propose([add(1, 1, "one-more")]))
      .thenRejects({ type: "TooManyItems", path: ["operations", 0, "line"], limit: 500 });
  });

  it("refuses to take units out of a fulfillment", () => {
    given(...history(...confirmed, tell.fulfill([units("line-1", 1)])))
      .when(tell.propose([remove("line-1")]))
      .thenRejects({
        type: "QuantityExceedsWhatIsLeft",
        path: ["operations", 0, "lineId"],
        lineId: LineId("line-1"),
        requested: 2,
        left: 1,
      });
  });

  it("allows one open edit, and a new one once that is decided", () => {
    given(...history(smallOrder(), tell.propose([add(1, 1)])))
      .when(tell.propose([add(1, 1)], "edit-2"))
      .thenRejects({ type: "EditIsOpen", editId: EditId("edit-1") });
    const declined = history(smallOrder(), tell.propose([add(1, 1)]), tell.declineEdit());
    given(...declined)
      .when(tell.propose([add(1, 1)]))
      .thenRejects({ type: "IdIsTaken", path: ["editId"], id: "edit-1" });
    expect(
      given(...declined)
        .when(tell.propose([add(1, 1)], "edit-2"))
        .decision.isOk(),
    ).toBe(true);
  });

  it("takes an edit of a completed order", () => {
    expect(
      given(...history(...completed))
        .when(tell.propose([add(1, 1)]))
        .decision.isOk(),
    ).toBe(true);
  });
});

import { describe, it } from "vitest";
import { EditId, ReturnId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { confirmed, delivered, history, paid } from "../../testing/history.ts";

const back = tell.requestReturn([units("line-1", 1)]);

describe("complete", () => {
  it("closes an order that is delivered and paid", () => {
    given(...history(...paid))
      .when(tell.complete())
      .thenHappens({ type: "order.completed", at: later, actor: clerk });
  });

  it("counts canceled units as done", () => {
    given(
      ...history(
        ...confirmed,
        tell.cancelLines(units("line-2", 1)),
        tell.fulfill([units("line-1", 2)]),
        tell.ship(),
        tell.deliver(),
        tell.record(2000),
      ),
    )
      .when(tell.complete())
      .thenHappens({ type: "order.completed", at: later, actor: clerk });
  });

  it("refuses while units are on their way", () => {
    given(
      ...history(...confirmed, tell.fulfill([units("line-1", 2)]), tell.ship(), tell.record(2500)),
    )
      .when(tell.complete())
      .thenRejects({ type: "UnitsAreNotDelivered", undelivered: 3 });
  });

  it.each([
    [2500, []],
    [1, [tell.record(2499)]],
    [-1, [tell.record(2501)]],
  ])("refuses while the balance is %i", (balance, payments) => {
    given(...history(...delivered, ...payments))
      .when(tell.complete())
      .thenRejects({ type: "BalanceIsNotZero", balance });
  });

  it("refuses while a return is open", () => {
    given(...history(...paid, back))
      .when(tell.complete())
      .thenRejects({ type: "ReturnIsOpen", returnId: ReturnId("return-1") });
    given(...history(...paid, back, tell.reject()))
      .when(tell.complete())
      .thenHappens({ type: "order.completed", at: later, actor: clerk });
  });

  it("refuses while an edit is open", () => {
    const shipping = { title: "Express", amount: 0, taxRate: 0 };
    given(
      ...history(...paid, tell.propose([{ type: "add_shipping_line", shippingLine: shipping }])),
    )
      .when(tell.complete())
      .thenRejects({ type: "EditIsOpen", editId: EditId("edit-1") });
  });
});

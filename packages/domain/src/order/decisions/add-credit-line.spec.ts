import { describe, expect, it } from "vitest";
import { CreditLineId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

describe("addCreditLine", () => {
  it("lowers the total", () => {
    given(...history(smallOrder()))
      .when(tell.credit(700))
      .thenHappens({
        type: "order.credit_line_added",
        at: later,
        actor: clerk,
        creditLineId: CreditLineId("credit-1"),
        amount: 700,
        reason: "late",
      });
    expect(orderTotals(orderAfter(smallOrder(), tell.credit(700)))).toMatchObject({
      total: 2500,
      credited: 700,
      current: 1800,
      balance: 1800,
    });
  });

  it("lowers it to nothing at most", () => {
    given(...history(smallOrder(), tell.credit(700)))
      .when(tell.credit(1801, "credit-2"))
      .thenRejects({ type: "CreditExceedsTotal", path: ["amount"], requested: 1801, limit: 1800 });
    given(...history(smallOrder(), tell.credit(2500)))
      .when(tell.credit(1, "credit-2"))
      .thenRejects({ type: "NothingIsLeftToCredit" });
  });

  it("never turns into a debt of the seller when units are canceled after it", () => {
    const order = orderAfter(smallOrder(), tell.credit(2200), tell.cancelLines(units("line-1", 1)));
    expect(orderTotals(order)).toMatchObject({ canceled: 1000, credited: 1500, current: 0 });
  });

  it.each([0, -1, 1.5])("refuses the amount %d", (amount) => {
    given(...history(smallOrder()))
      .when(tell.credit(amount))
      .thenRejects({ type: "AmountMustBeAPositiveInteger", path: ["amount"] });
  });

  it("refuses an id that a credit line has", () => {
    given(...history(smallOrder(), tell.credit(1)))
      .when(tell.credit(1))
      .thenRejects({ type: "IdIsTaken", path: ["creditLineId"], id: "credit-1" });
  });
});

import { describe, expect, it } from "vitest";
import { ExchangeId, LineId, ReturnId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, customLine, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { completed, delivered, history, orderAfter, shipped } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";

const returnId = ReturnId("return-1");
const replacement = customLine(1, 1200, { id: "line-3", taxRate: 1000 });
const exchange = tell.exchange([units("line-1", 1)], [replacement]);

describe("createExchange", () => {
  it("asks for the return and adds the lines that replace it", () => {
    const [requested, created, ...rest] = given(...history(...delivered))
      .when(exchange)
      .decision._unsafeUnwrap();
    expect(requested).toEqual({
      type: "return.requested",
      at: later,
      actor: clerk,
      returnId,
      lines: exchange.lines,
    });
    expect(created).toMatchObject({
      type: "order.exchange_created",
      exchangeId: ExchangeId("exchange-1"),
      returnId,
      replacements: [{ id: "line-3", subtotal: 1200, discount: 0, tax: 120, total: 1320 }],
    });
    expect(rest).toEqual([]);
  });

  it("puts the replacement on the books and the return beside it", () => {
    const order = orderAfter(...delivered, exchange);
    expect(order).toMatchObject({
      lines: [{ returnRequested: 1 }, {}, { id: "line-3", fulfilled: 0 }],
      returns: [{ id: "return-1", status: "requested" }],
      exchanges: [{ id: "exchange-1", returnId: "return-1", replacementLineIds: ["line-3"] }],
    });
    expect(orderTotals(order)).toMatchObject({ total: 3820, current: 3820 });
  });

  it("reopens a completed order", () => {
    expect(orderAfter(...completed, exchange)).toMatchObject({
      status: "confirmed",
      completedAt: null,
    });
  });

  it.each([
    [
      { ...exchange, replacements: [] },
      { type: "AtLeastOneLineIsNeeded", path: ["replacements"] },
    ],
    [
      { ...exchange, lines: [] },
      { type: "AtLeastOneLineIsNeeded", path: ["lines"] },
    ],
    [
      { ...exchange, replacements: [customLine(1, 1, { id: "line-1" })] },
      { type: "IdIsTaken", path: ["replacements", 0, "id"], id: "line-1" },
    ],
    [
      { ...exchange, replacements: [customLine(1, -1, { id: "line-3" })] },
      { type: "AmountMustBeANonNegativeInteger", path: ["replacements", 0, "unitPrice"] },
    ],
    [
      { ...exchange, replacements: [customLine(1, Number.MAX_SAFE_INTEGER, { id: "line-3" })] },
      { type: "AmountLeavesSafeRange", path: ["replacements"] },
    ],
  ] as const)("names the fault: case %#", (command, rejection) => {
    given(...history(...delivered))
      .when(command)
      .thenRejects(rejection);
  });

  it("refuses what is not delivered, and an id that an exchange has", () => {
    given(...history(...shipped))
      .when(exchange)
      .thenRejects({
        type: "QuantityExceedsWhatIsLeft",
        path: ["lines", 0, "quantity"],
        lineId: LineId("line-1"),
        requested: 1,
        left: 0,
      });
    given(...history(...delivered, exchange))
      .when({ ...exchange, returnId: ReturnId("return-2") })
      .thenRejects({ type: "IdIsTaken", path: ["exchangeId"], id: "exchange-1" });
  });
});

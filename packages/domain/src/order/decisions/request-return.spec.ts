import { describe, expect, it } from "vitest";
import { LineId, ReturnId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { delivered, history, orderAfter, shipped } from "../../testing/history.ts";
import { returnStatus } from "../returns/return-status.ts";

const back = tell.requestReturn([units("line-1", 1)]);

describe("requestReturn", () => {
  it("asks for delivered units", () => {
    given(...history(...delivered))
      .when(back)
      .thenHappens({
        type: "return.requested",
        at: later,
        actor: clerk,
        returnId: ReturnId("return-1"),
        lines: back.lines,
      });
    const order = orderAfter(...delivered, back);
    expect(order.lines[0]?.returnRequested).toBe(1);
    expect(returnStatus(order)).toBe("requested");
  });

  it("refuses units that another return covers, and has them again when it falls through", () => {
    given(...history(...delivered, back))
      .when(tell.requestReturn([units("line-1", 2)], "return-2"))
      .thenRejects({
        type: "QuantityExceedsWhatIsLeft",
        path: ["lines", 0, "quantity"],
        lineId: LineId("line-1"),
        requested: 2,
        left: 1,
      });
    for (const end of [tell.reject(), tell.cancelReturn()]) {
      const order = orderAfter(...delivered, back, end);
      expect(order.lines[0]?.returnRequested).toBe(0);
      expect(returnStatus(order)).toBe("none");
    }
  });

  it("refuses what is on its way", () => {
    expect(given(...history(...shipped)).when(back).decision).toMatchObject({
      error: { type: "QuantityExceedsWhatIsLeft", left: 0 },
    });
  });

  it("refuses an id that a return has", () => {
    given(...history(...delivered, back))
      .when(back)
      .thenRejects({ type: "IdIsTaken", path: ["returnId"], id: "return-1" });
  });
});

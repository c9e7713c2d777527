import { describe, expect, it } from "vitest";
import { LineId } from "../../shared/ids.ts";
import { receipt, tell, units } from "../../testing/commands.ts";
import { given } from "../../testing/given.ts";
import { delivered, history, orderAfter, paid } from "../../testing/history.ts";
import { orderTotals } from "../order-totals.ts";
import { returnStatus } from "../returns/return-status.ts";

const approve = [tell.requestReturn([units("line-1", 2), units("line-2", 1)]), tell.approve()];
const approved = [...delivered, ...approve];

describe("receiveReturn", () => {
  it("receives in parts, each with what becomes of it", () => {
    const first = tell.receive([receipt("line-1", 1), receipt("line-2", 1, "dismiss")]);
    const partly = orderAfter(...approved, first);
    expect(partly).toMatchObject({
      lines: [
        { returnRequested: 1, returned: 1, writtenOff: 0 },
        { returnRequested: 0, returned: 0, writtenOff: 0 },
      ],
      returns: [
        { status: "partially_received", lines: [{ restocked: 1 }, { dismissed: 1, restocked: 0 }] },
      ],
    });
    expect(returnStatus(partly)).toBe("partially_returned");
    expect(
      orderAfter(...approved, first, tell.receive([receipt("line-1", 1, "write_off")])),
    ).toMatchObject({
      lines: [{ returnRequested: 0, returned: 2, writtenOff: 1 }, {}],
      returns: [{ status: "received", lines: [{ restocked: 1, writtenOff: 1 }, {}] }],
    });
  });

  it("takes one line with several dispositions at once", () => {
    const order = orderAfter(
      ...approved,
      tell.receive([receipt("line-1", 1), receipt("line-1", 1, "write_off"), receipt("line-2", 1)]),
    );
    expect(order).toMatchObject({ lines: [{ returned: 2, writtenOff: 1 }, { returned: 1 }] });
    expect(returnStatus(order)).toBe("returned");
  });

  it("lowers the total by accepted units only, so that they can be refunded", () => {
    const order = orderAfter(
      ...paid,
      ...approve,
      tell.receive([
        receipt("line-1", 1),
        receipt("line-1", 1, "write_off"),
        receipt("line-2", 1, "dismiss"),
      ]),
    );
    expect(orderTotals(order)).toMatchObject({ returned: 2000, current: 500, balance: -2000 });
  });

  it.each([
    [[], { type: "AtLeastOneLineIsNeeded", path: ["lines"] }],
    [
      [receipt("line-1", 0)],
      { type: "QuantityMustBeAPositiveInteger", path: ["lines", 0, "quantity"] },
    ],
    [
      [receipt("line-9", 1)],
      {
        type: "OrderHasNoSuchItem",
        item: "return line",
        path: ["lines", 0, "lineId"],
        id: "line-9",
      },
    ],
    [
      [receipt("line-1", 2), receipt("line-1", 1, "write_off")],
      {
        type: "QuantityExceedsWhatIsLeft",
        path: ["lines", 1, "quantity"],
        lineId: LineId("line-1"),
        requested: 1,
        left: 0,
      },
    ],
  ] as const)("names the fault: case %#", (lines, rejection) => {
    given(...history(...approved))
      .when(tell.receive(lines))
      .thenRejects(rejection);
  });

  it("refuses a return that is not approved", () => {
    expect(
      given(...history(...delivered, tell.requestReturn([units("line-1", 1)]))).when(
        tell.receive([receipt("line-1", 1)]),
      ).decision,
    ).toMatchObject({
      error: {
        type: "ReturnStatusForbids",
        status: "requested",
        allowedIn: ["approved", "partially_received"],
      },
    });
  });
});

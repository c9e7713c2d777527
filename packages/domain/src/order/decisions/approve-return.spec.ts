import { describe, expect, it } from "vitest";
import { ReturnId } from "../../shared/ids.ts";
import { receipt, tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { delivered, history, orderAfter } from "../../testing/history.ts";

const returnId = ReturnId("return-1");
const requested = [...delivered, tell.requestReturn([units("line-1", 2)])];
const approved = [...requested, tell.approve()];
const partly = [...approved, tell.receive([receipt("line-1", 1)])];
const received = [...approved, tell.receive([receipt("line-1", 2)])];
const told = tell.approve();

describe("approveReturn", () => {
  it.each([["requested", requested, 2]])("takes a %s return", (_, commands, waitedFor) => {
    given(...history(...commands))
      .when(told)
      .thenHappens({ type: "return.approved", at: later, actor: clerk, returnId });
    expect(orderAfter(...commands, told)).toMatchObject({
      returns: [{ status: "approved" }],
      lines: [{ returnRequested: waitedFor }, { returnRequested: 0 }],
    });
  });

  it.each([
    ["approved", approved],
    ["partially_received", partly],
    ["received", received],
    ["closed", [...received, tell.closeReturn()]],
  ] as const)("refuses a %s return", (status, commands) => {
    expect(given(...history(...commands)).when(told).decision).toMatchObject({
      error: { type: "ReturnStatusForbids", returnId, status },
    });
  });

  it("refuses a return that the order does not have", () => {
    given(...history(...delivered))
      .when(told)
      .thenRejects({
        type: "OrderHasNoSuchItem",
        item: "return",
        path: ["returnId"],
        id: "return-1",
      });
  });
});

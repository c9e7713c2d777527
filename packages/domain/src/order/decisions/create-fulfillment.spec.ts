import { describe, expect, it } from "vitest";
import { FulfillmentId, HoldId, LineId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { confirmed, history, orderAfter, smallOrder } from "../../testing/history.ts";
import type { OrderCommand } from "../order-command.ts";

const lines = [units("line-1", 1), units("line-2", 1)];

describe("createFulfillment", () => {
  it("sets units aside and counts them", () => {
    given(...history(...confirmed))
      .when(tell.fulfill(lines))
      .thenHappens({
        type: "fulfillment.created",
        at: later,
        actor: clerk,
        fulfillmentId: FulfillmentId("fulfillment-1"),
        lines,
        carrier: null,
        trackingNumbers: [],
      });
    expect(orderAfter(...confirmed, tell.fulfill(lines))).toMatchObject({
      lines: [{ fulfilled: 1 }, { fulfilled: 1 }],
      fulfillments: [{ id: "fulfillment-1", status: "pending", lines }],
    });
  });

  it("refuses units that are canceled or in another fulfillment", () => {
    const left = (...commands: readonly OrderCommand[]) =>
      given(...history(...confirmed, ...commands))
        .when(tell.fulfill([units("line-1", 2)], "fulfillment-2"))
        .thenRejects({
          type: "QuantityExceedsWhatIsLeft",
          path: ["lines", 0, "quantity"],
          lineId: LineId("line-1"),
          requested: 2,
          left: 1,
        });
    left(tell.cancelLines(units("line-1", 1)));
    left(tell.fulfill([units("line-1", 1)]));
  });

  it("has again what a canceled fulfillment held", () => {
    const again = history(...confirmed, tell.fulfill(lines), tell.cancelFulfillment());
    expect(
      given(...again)
        .when(tell.fulfill(lines, "fulfillment-2"))
        .decision.isOk(),
    ).toBe(true);
  });

  it("refuses when every unit is in a fulfillment", () => {
    given(...history(...confirmed, tell.fulfill([units("line-1", 2), units("line-2", 1)])))
      .when(tell.fulfill([units("line-1", 1)], "fulfillment-2"))
      .thenRejects({ type: "NoUnitCanBeFulfilled" });
  });

  it("refuses while a hold is open", () => {
    given(...history(...confirmed, tell.hold()))
      .when(tell.fulfill(lines))
      .thenRejects({ type: "OrderIsOnHold", holdIds: [HoldId("hold-1")] });
  });

  it("refuses an id that a fulfillment has, no lines, and too many tracking numbers", () => {
    given(...history(...confirmed, tell.fulfill([units("line-2", 1)])))
      .when(tell.fulfill([units("line-1", 1)]))
      .thenRejects({ type: "IdIsTaken", path: ["fulfillmentId"], id: "fulfillment-1" });
    given(...history(...confirmed))
      .when(tell.fulfill([]))
      .thenRejects({ type: "AtLeastOneLineIsNeeded", path: ["lines"] });
    given(...history(...confirmed))
      .when({ ...tell.fulfill(lines), trackingNumbers: Array.from({ length: 51 }, () => "T") })
      .thenRejects({ type: "TooManyItems", path: ["trackingNumbers"], limit: 50 });
  });

  it("waits for the confirmation", () => {
    given(...history(smallOrder()))
      .when(tell.fulfill(lines))
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "createFulfillment",
        status: "pending",
        allowedIn: ["confirmed"],
      });
  });
});

import { describe, it } from "vitest";
import { HoldId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, smallOrder } from "../../testing/history.ts";

describe("releaseHold", () => {
  it("closes an open hold", () => {
    given(...history(smallOrder(), tell.hold()))
      .when(tell.release())
      .thenHappens({
        type: "order.hold_released",
        at: later,
        actor: clerk,
        holdId: HoldId("hold-1"),
      });
  });

  it("refuses a hold that the order does not have", () => {
    given(...history(smallOrder(), tell.hold()))
      .when(tell.release("hold-2"))
      .thenRejects({ type: "OrderHasNoSuchItem", item: "hold", path: ["holdId"], id: "hold-2" });
  });

  it("refuses to release twice", () => {
    given(...history(smallOrder(), tell.hold(), tell.release()))
      .when(tell.release())
      .thenRejects({ type: "HoldIsReleased", holdId: HoldId("hold-1") });
  });
});

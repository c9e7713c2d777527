import { describe, it } from "vitest";
import { HoldId } from "../../shared/ids.ts";
import { limits } from "../../shared/limits.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, smallOrder } from "../../testing/history.ts";

describe("placeHold", () => {
  it("opens a hold with its reason", () => {
    given(...history(smallOrder()))
      .when(tell.hold())
      .thenHappens({
        type: "order.hold_placed",
        at: later,
        actor: clerk,
        holdId: HoldId("hold-1"),
        reason: "fraud check",
      });
  });

  it("refuses an id that a hold has", () => {
    given(...history(smallOrder(), tell.hold()))
      .when(tell.hold())
      .thenRejects({ type: "IdIsTaken", path: ["holdId"], id: "hold-1" });
  });

  it("refuses more holds than an order may have", () => {
    const holds = Array.from({ length: limits.holdsPerOrder }, (_, n) => tell.hold(`hold-${n}`));
    given(...history(smallOrder(), ...holds))
      .when(tell.hold("one more"))
      .thenRejects({ type: "TooManyItems", path: ["holds"], limit: 100 });
  });
});

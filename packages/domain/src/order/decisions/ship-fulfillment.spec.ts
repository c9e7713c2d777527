import { describe, it } from "vitest";
import { FulfillmentId, HoldId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeFulfillmentStep, fulfillmentThatIs } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history } from "../../testing/history.ts";

describeFulfillmentStep({
  command: tell.ship(),
  event: {
    type: "fulfillment.shipped",
    at: later,
    actor: clerk,
    fulfillmentId: FulfillmentId("fulfillment-1"),
  },
  takenWhen: ["pending", "packed"],
  leaves: {
    fulfillments: [{ status: "shipped" }],
    lines: [
      { fulfilled: 2, shipped: 2, delivered: 0 },
      { fulfilled: 0, shipped: 0, delivered: 0 },
    ],
  },
});

describe("while a hold is open", () => {
  it("is refused", () => {
    given(...history(...fulfillmentThatIs.pending, tell.hold()))
      .when(tell.ship())
      .thenRejects({ type: "OrderIsOnHold", holdIds: [HoldId("hold-1")] });
  });
});

import { FulfillmentId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeFulfillmentStep } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";

describeFulfillmentStep({
  command: tell.cancelFulfillment(),
  event: {
    type: "fulfillment.canceled",
    at: later,
    actor: clerk,
    fulfillmentId: FulfillmentId("fulfillment-1"),
  },
  takenWhen: ["pending", "packed"],
  leaves: {
    fulfillments: [{ status: "canceled" }],
    lines: [
      { fulfilled: 0, shipped: 0, delivered: 0 },
      { fulfilled: 0, shipped: 0, delivered: 0 },
    ],
  },
});

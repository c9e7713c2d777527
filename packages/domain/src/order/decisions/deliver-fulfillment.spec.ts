import { FulfillmentId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeFulfillmentStep } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";

describeFulfillmentStep({
  command: tell.deliver(),
  event: {
    type: "fulfillment.delivered",
    at: later,
    actor: clerk,
    fulfillmentId: FulfillmentId("fulfillment-1"),
  },
  takenWhen: ["shipped"],
  leaves: {
    fulfillments: [{ status: "delivered" }],
    lines: [
      { fulfilled: 2, shipped: 2, delivered: 2 },
      { fulfilled: 0, shipped: 0, delivered: 0 },
    ],
  },
});

import { ReturnId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeReturnStep } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";

describeReturnStep({
  command: tell.reject(),
  event: {
    type: "return.rejected",
    at: later,
    actor: clerk,
    returnId: ReturnId("return-1"),
    reason: "worn",
  },
  takenWhen: ["requested"],
  leaves: {
    returns: [{ status: "rejected" }],
    lines: [{ returnRequested: 0 }, { returnRequested: 0 }],
  },
});

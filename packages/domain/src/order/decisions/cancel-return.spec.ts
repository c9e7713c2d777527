import { ReturnId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeReturnStep } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";

describeReturnStep({
  command: tell.cancelReturn(),
  event: { type: "return.canceled", at: later, actor: clerk, returnId: ReturnId("return-1") },
  takenWhen: ["requested", "approved"],
  leaves: {
    returns: [{ status: "canceled" }],
    lines: [{ returnRequested: 0 }, { returnRequested: 0 }],
  },
});

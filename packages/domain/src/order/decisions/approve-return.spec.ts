import { ReturnId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeReturnStep } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";

describeReturnStep({
  command: tell.approve(),
  event: { type: "return.approved", at: later, actor: clerk, returnId: ReturnId("return-1") },
  takenWhen: ["requested"],
  leaves: {
    returns: [{ status: "approved" }],
    lines: [{ returnRequested: 2 }, { returnRequested: 0 }],
  },
});

import { ReturnId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { describeReturnStep } from "../../testing/describe-step.ts";
import { clerk, later } from "../../testing/fixtures.ts";

describeReturnStep({
  command: tell.closeReturn(),
  event: { type: "return.closed", at: later, actor: clerk, returnId: ReturnId("return-1") },
  takenWhen: ["partially_received", "received"],
  leaves: {
    returns: [{ status: "closed" }],
    lines: [{ returnRequested: 0 }, { returnRequested: 0 }],
  },
});

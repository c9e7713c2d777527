import { describe, expect, it } from "vitest";
import { EditId } from "../../shared/ids.ts";
import { tell } from "../../testing/commands.ts";
import { clerk, customLine, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, orderAfter, smallOrder } from "../../testing/history.ts";

const edit = tell.propose([{ type: "add_line", line: customLine(1, 300, { id: "line-3" }) }]);

describe("declineEdit", () => {
  it("drops the change, also when it is stale", () => {
    given(...history(smallOrder(), edit, tell.hold()))
      .when(tell.declineEdit())
      .thenHappens({
        type: "order.edit_declined",
        at: later,
        actor: clerk,
        editId: EditId("edit-1"),
      });
    expect(orderAfter(smallOrder(), edit, tell.declineEdit())).toMatchObject({
      edits: [{ status: "declined" }],
      totals: { total: 2500 },
    });
  });

  it("refuses an edit that is decided", () => {
    given(...history(smallOrder(), edit, tell.declineEdit()))
      .when(tell.declineEdit())
      .thenRejects({ type: "EditIsDecided", editId: EditId("edit-1") });
  });
});

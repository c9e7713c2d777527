import { describe, it } from "vitest";
import { tell } from "../../testing/commands.ts";
import { draftOrder } from "../../testing/drafts.ts";
import { cancelOrder, clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { completed, confirmed, history, smallOrder } from "../../testing/history.ts";

describe("archive", () => {
  it.each([
    ["draft", [draftOrder()]],
    ["pending", [smallOrder()]],
    ["confirmed", confirmed],
    ["completed", completed],
    ["canceled", [smallOrder(), cancelOrder()]],
  ])("flags a %s order", (_, commands) => {
    given(...history(...commands))
      .when(tell.archive())
      .thenHappens({ type: "order.archived", at: later, actor: clerk });
  });

  it("refuses what is archived", () => {
    given(...history(smallOrder(), tell.archive()))
      .when(tell.archive())
      .thenRejects({ type: "OrderIsArchived", archivedAt: later });
  });
});

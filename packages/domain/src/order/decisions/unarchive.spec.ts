import { describe, it } from "vitest";
import { tell } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { history, smallOrder } from "../../testing/history.ts";

describe("unarchive", () => {
  it("takes the flag off, as often as it was put on", () => {
    given(...history(smallOrder(), tell.archive(), tell.unarchive(), tell.archive()))
      .when(tell.unarchive())
      .thenHappens({ type: "order.unarchived", at: later, actor: clerk });
  });

  it("refuses what is not archived", () => {
    given(...history(smallOrder(), tell.archive(), tell.unarchive()))
      .when(tell.unarchive())
      .thenRejects({ type: "OrderIsNotArchived" });
  });
});

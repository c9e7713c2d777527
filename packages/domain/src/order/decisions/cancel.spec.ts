import { describe, it } from "vitest";
import { cancelOrder, clerk, eventsOf, later, placeOrder } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";

const placed = eventsOf(undefined, placeOrder());
const canceled = {
  type: "order.canceled",
  at: later,
  actor: clerk,
  cancellation: { reason: "changed mind", note: null },
} as const;

describe("cancel", () => {
  it("ends a pending order and says why", () => {
    given(...placed)
      .when(cancelOrder())
      .thenHappens(canceled);
  });

  it("refuses an order that does not exist", () => {
    given()
      .when(cancelOrder())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "cancel",
        status: "none",
        allowedIn: ["draft", "pending", "confirmed"],
      });
  });

  it("refuses to cancel twice", () => {
    given(...placed, canceled)
      .when(cancelOrder())
      .thenRejects({
        type: "StatusForbidsCommand",
        command: "cancel",
        status: "canceled",
        allowedIn: ["draft", "pending", "confirmed"],
      });
  });
});

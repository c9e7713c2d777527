import { describe, expect, it } from "vitest";
import { tell, units } from "../../testing/commands.ts";
import { given } from "../../testing/given.ts";
import { completed, confirmed, history, orderAfter } from "../../testing/history.ts";

describe("trackFulfillment", () => {
  it("sets carrier and tracking numbers, also of a completed order", () => {
    expect(orderAfter(...completed, tell.track(["T1", "T2"]))).toMatchObject({
      status: "completed",
      fulfillments: [{ status: "delivered", carrier: "Post", trackingNumbers: ["T1", "T2"] }],
    });
  });

  it("refuses a canceled fulfillment", () => {
    const created = [...confirmed, tell.fulfill([units("line-1", 2)])];
    expect(
      given(...history(...created, tell.cancelFulfillment())).when(tell.track(["T1"])).decision,
    ).toMatchObject({ error: { type: "FulfillmentStatusForbids", status: "canceled" } });
  });

  it("refuses more tracking numbers than a fulfillment may have", () => {
    given(...history(...completed))
      .when(tell.track(Array.from({ length: 51 }, () => "T")))
      .thenRejects({ type: "TooManyItems", path: ["trackingNumbers"], limit: 50 });
  });
});

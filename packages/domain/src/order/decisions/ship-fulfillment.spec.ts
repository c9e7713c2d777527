import { describe, expect, it } from "vitest";
import { FulfillmentId, HoldId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { confirmed, history, orderAfter } from "../../testing/history.ts";

const fulfillmentId = FulfillmentId("fulfillment-1");
const created = [...confirmed, tell.fulfill([units("line-1", 2)])];
const told = tell.ship();
const happened = { type: "fulfillment.shipped" as const, at: later, actor: clerk, fulfillmentId };

describe("shipFulfillment", () => {
  it.each([
    ["pending", created],
    ["packed", [...created, tell.pack()]],
  ])("takes a %s fulfillment", (_, commands) => {
    given(...history(...commands))
      .when(told)
      .thenHappens(happened);
    expect(orderAfter(...commands, told)).toMatchObject({
      fulfillments: [{ status: "shipped" }],
      lines: [
        { fulfilled: 2, shipped: 2, delivered: 0 },
        { fulfilled: 0, shipped: 0, delivered: 0 },
      ],
    });
  });

  it.each([
    ["shipped", [...created, tell.ship()]],
    ["delivered", [...created, tell.ship(), tell.deliver()]],
    ["canceled", [...created, tell.cancelFulfillment()]],
  ] as const)("refuses a %s fulfillment", (status, commands) => {
    expect(given(...history(...commands)).when(told).decision).toMatchObject({
      error: { type: "FulfillmentStatusForbids", fulfillmentId, status },
    });
  });

  it("refuses a fulfillment that the order does not have", () => {
    given(...history(...confirmed))
      .when(told)
      .thenRejects({
        type: "OrderHasNoSuchItem",
        item: "fulfillment",
        path: ["fulfillmentId"],
        id: "fulfillment-1",
      });
  });

  it("refuses while a hold is open", () => {
    given(...history(...created, tell.hold()))
      .when(told)
      .thenRejects({ type: "OrderIsOnHold", holdIds: [HoldId("hold-1")] });
  });
});

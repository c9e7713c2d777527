import { describe, expect, it } from "vitest";
import { FulfillmentId } from "../../shared/ids.ts";
import { tell, units } from "../../testing/commands.ts";
import { clerk, later } from "../../testing/fixtures.ts";
import { given } from "../../testing/given.ts";
import { confirmed, history, orderAfter } from "../../testing/history.ts";

const fulfillmentId = FulfillmentId("fulfillment-1");
const created = [...confirmed, tell.fulfill([units("line-1", 2)])];
const told = tell.deliver();
const happened = { type: "fulfillment.delivered" as const, at: later, actor: clerk, fulfillmentId };

describe("deliverFulfillment", () => {
  it.each([["shipped", [...created, tell.ship()]]])("takes a %s fulfillment", (_, commands) => {
    given(...history(...commands))
      .when(told)
      .thenHappens(happened);
    expect(orderAfter(...commands, told)).toMatchObject({
      fulfillments: [{ status: "delivered" }],
      lines: [
        { fulfilled: 2, shipped: 2, delivered: 2 },
        { fulfilled: 0, shipped: 0, delivered: 0 },
      ],
    });
  });

  it.each([
    ["pending", created],
    ["packed", [...created, tell.pack()]],
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
});

import { CustomerId, OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { WriteContext } from "../context.ts";
import type { CancelOrderInput } from "../ports/input/cancel-order.ts";
import { TenantId } from "../tenant-id.ts";
import { type Application, anApplication, staff } from "../testing/an-application.ts";
import { aPlacement, placing } from "../testing/fixtures.ts";

const orderId = OrderId("01990000-0000-7000-8000-000000000001");
const ada = CustomerId("01990000-0000-7000-8000-00000000ada0");
const eve = CustomerId("01990000-0000-7000-8000-00000000eeee");

describe("canceling an order", () => {
  let app: Application;
  beforeEach(async () => {
    app = anApplication();
    const command = aPlacement(orderId, { terms: { customerId: ada } });
    await app.storage.orders.write(placing(staff.tenantId, null, command));
  });
  const cancel = (change: Partial<CancelOrderInput> = {}, context: WriteContext = staff) =>
    app.useCases.cancelOrder(
      { orderId, reason: "changed their mind", note: null, expectedVersion: null, ...change },
      context,
    );

  test("ends it, and says when, why and by whom", async () => {
    app.clock.advance(5000);
    const order = (await cancel({ expectedVersion: 1 })).result._unsafeUnwrap();
    expect(order).toMatchObject({
      status: "canceled",
      version: 2,
      canceledAt: order.createdAt + 5000,
      cancellation: { reason: "changed their mind", note: null },
    });
  });

  test("refuses when the caller read another version, and says which it is now", async () => {
    const { result } = await cancel({ expectedVersion: 2 });
    expect(result._unsafeUnwrapErr()).toEqual({
      type: "StaleVersion",
      expectedVersion: 2,
      currentVersion: 1,
      status: "pending",
    });
  });

  test("refuses to cancel twice", async () => {
    await cancel();
    expect((await cancel()).result._unsafeUnwrapErr()).toMatchObject({
      type: "StatusForbidsCommand",
      status: "canceled",
      allowedIn: ["draft", "pending", "confirmed"],
    });
  });

  test("a missing order, another tenant's and another customer's are the same: not found", async () => {
    const missing = OrderId("01990000-0000-7000-8000-0000000000ff");
    const otherTenant = TenantId("01990000-0000-7000-8000-00000000bbbb");
    const answers = [
      await cancel({ orderId: missing }),
      await cancel({}, { ...staff, tenantId: otherTenant }),
      await cancel({}, { ...staff, actingCustomerId: eve }),
    ];
    for (const { result } of answers)
      expect(result._unsafeUnwrapErr()).toMatchObject({ type: "OrderNotFound" });
  });

  test("a customer cancels its own", async () => {
    const { result } = await cancel({}, { ...staff, actingCustomerId: ada });
    expect(result.isOk()).toBe(true);
  });
});

import { CustomerId, OrderId, Timestamp } from "@ordo/domain";
import { err } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import type { RequestContext } from "../context.ts";
import { newestFirst, type OrderFilter } from "../ports/output/order-queries.ts";
import { TenantId } from "../tenant-id.ts";
import { type Application, anApplication, staff } from "../testing/an-application.ts";
import { aPlacement, canceling, placing } from "../testing/fixtures.ts";

const ada = CustomerId("01990000-0000-7000-8000-00000000ada0");
const eve = CustomerId("01990000-0000-7000-8000-00000000eeee");
const ofAda = OrderId("01990000-0000-7000-8000-000000000001");
const ofEve = OrderId("01990000-0000-7000-8000-000000000002");

describe("reading orders", () => {
  let app: Application;
  beforeEach(async () => {
    app = anApplication();
    for (const [id, customerId] of [
      [ofAda, ada],
      [ofEve, eve],
    ] as const) {
      const command = aPlacement(id, { terms: { customerId } });
      await app.storage.orders.write(placing(staff.tenantId, null, command));
    }
  });
  const read = async (id: OrderId, context: RequestContext) => {
    const found = (await app.useCases.getOrder(id, context)).isOk();
    // Who may not read an order may not learn either that it is as somebody has kept it.
    const kept = (await app.useCases.rereadOrder(id, staff, undefined))._unsafeUnwrap().revision;
    for (const revision of [undefined, "another", kept])
      expect((await app.useCases.rereadOrder(id, context, revision)).isOk()).toBe(found);
    return found;
  };
  const list = async (filter: OrderFilter, context: RequestContext) => {
    const page = { limit: 10, from: null };
    const input = { filter, sort: newestFirst, page };
    const { items } = await app.useCases.listOrders(input, context);
    return items.map(({ id }) => id).sort();
  };

  const exported = async (filter: OrderFilter, context: RequestContext) => {
    const ids: OrderId[] = [];
    for await (const { id } of app.useCases.exportOrders(filter, context)) ids.push(id);
    return ids;
  };

  test("an order is read as it was, by whom it was and is", async () => {
    const asAda = { ...staff, actingCustomerId: ada };
    await app.storage.orders.write(canceling(staff.tenantId, null, ofAda));
    const then = await app.useCases.getOrder(ofAda, asAda, { version: 1 });
    expect(then._unsafeUnwrap()).toMatchObject({ version: 1, status: "pending" });
    for (const [id, version] of [
      [ofAda, 3],
      [ofEve, 1],
    ] as const)
      expect((await app.useCases.getOrder(id, asAda, { version })).isErr()).toBe(true);
  });

  test("a moment at which the order was not tells whoever may see the order how it has been", async () => {
    const asAda = { ...staff, actingCustomerId: ada };
    await app.storage.orders.write(canceling(staff.tenantId, null, ofAda));
    const { createdAt } = (await app.useCases.getOrder(ofAda, staff))._unsafeUnwrap();
    for (const asked of [{ version: 3 }, { at: Timestamp(createdAt - 1) }]) {
      const error = {
        type: "OrderWasNotThen",
        orderId: ofAda,
        asked,
        currentVersion: 2,
        createdAt,
      };
      for (const context of [staff, asAda])
        expect(await app.useCases.getOrder(ofAda, context, asked)).toEqual(err(error));
      expect(await app.useCases.getOrder(ofEve, asAda, asked)).toEqual(
        err({ type: "OrderNotFound", orderId: ofEve }),
      );
    }
  });

  test("the timeline is told to whom the order may be shown", async () => {
    const page = { limit: 10, from: null };
    const timeline = (orderId: OrderId, context: RequestContext) =>
      app.useCases.getOrderTimeline({ orderId, page }, context);
    const told = await timeline(ofAda, { ...staff, actingCustomerId: ada });
    expect(told._unsafeUnwrap().items.map(({ version }) => version)).toEqual([1]);
    expect((await timeline(ofAda, { ...staff, actingCustomerId: eve })).isErr()).toBe(true);
  });

  test("staff reads every order of its tenant and none of another", async () => {
    const otherTenant = { ...staff, tenantId: TenantId("01990000-0000-7000-8000-00000000bbbb") };
    expect(await read(ofAda, staff)).toBe(true);
    expect(await list({}, staff)).toEqual([ofAda, ofEve]);
    expect(await read(ofAda, otherTenant)).toBe(false);
    expect(await list({}, otherTenant)).toEqual([]);
  });

  test("a customer reads its own, and another's is as missing", async () => {
    const asAda = { ...staff, actingCustomerId: ada };
    expect(await read(ofAda, asAda)).toBe(true);
    expect(await read(ofEve, asAda)).toBe(false);
    expect(await list({}, asAda)).toEqual([ofAda]);
    expect(await list({ customerId: ada }, asAda)).toEqual([ofAda]);
    expect(await list({ customerId: eve }, asAda)).toEqual([]);
    expect(await exported({}, asAda)).toEqual([ofAda]);
    expect(await exported({ customerId: eve }, asAda)).toEqual([]);
  });
});

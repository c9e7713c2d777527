import { CustomerId, OrderId } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { RequestContext } from "../context.ts";
import type { OrderFilter } from "../ports/output/order-queries.ts";
import { TenantId } from "../tenant-id.ts";
import { type Application, anApplication, staff } from "../testing/an-application.ts";
import { aPlacement, placing } from "../testing/fixtures.ts";

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
  const read = async (id: OrderId, context: RequestContext) =>
    (await app.useCases.getOrder(id, context)).isOk();
  const list = async (filter: OrderFilter, context: RequestContext) => {
    const page = { limit: 10, from: null };
    const { items } = await app.useCases.listOrders({ filter, page }, context);
    return items.map(({ id }) => id).sort();
  };

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
  });
});

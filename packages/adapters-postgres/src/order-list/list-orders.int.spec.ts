import { newestFirst, TenantId } from "@ordo/application";
import { aPlacement, canceling, freshId, placing } from "@ordo/application/testing";
import { OrderId } from "@ordo/domain";
import { expect, test } from "vitest";
import { makeOrderReader } from "../row-read/order-reader.ts";
import { useStorage } from "../testing/use-storage.ts";
import { makeListOrders } from "./list-orders.ts";

const storage = useStorage();

test("an order that leaves the list while its page is read is not on the page", async () => {
  const tenantId = TenantId(freshId());
  const { database, orders } = storage();
  const [stays, leaves] = [OrderId(freshId()), OrderId(freshId())];
  for (const id of [stays, leaves]) await orders.write(placing(tenantId, null, aPlacement(id)));
  const readOrders = makeOrderReader(database);
  let between = 0;
  const list = makeListOrders(database, async (...wanted) => {
    between += 1;
    await orders.write(canceling(tenantId, null, leaves));
    return readOrders(...wanted);
  });
  const { items } = await list(
    tenantId,
    { filter: { status: "pending" }, sort: newestFirst },
    { limit: 10, from: null },
    null,
    () => undefined,
  );
  expect(between).toBe(1);
  expect(items.map(({ id, order }) => [id, order?.status])).toEqual([[stays, "pending"]]);
});

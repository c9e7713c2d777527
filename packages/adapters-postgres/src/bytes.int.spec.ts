import { newestFirst, TenantId } from "@ordo/application";
import {
  aClaim,
  aCustomer,
  aPlacement,
  canceling,
  freshId,
  placing,
} from "@ordo/application/testing";
import { type Metadata, OrderId } from "@ordo/domain";
import { expect, test } from "vitest";
import { useStorage } from "./testing/use-storage.ts";

const storage = useStorage();

// What jsonb would reorder, refuse or merge: key order, NUL, a lone surrogate, keys of prototypes.
const metadata: Metadata = {
  zebra: "1",
  aa: "2",
  b: "3",
  "10": "4",
  nul: "a\0b",
  surrogate: "\ud800",
  emoji: "🛒",
  ["__proto__"]: "own",
};

test("an order comes back byte for byte: as answered, found, listed and replayed", async () => {
  const tenantId = TenantId(freshId());
  const orderId = OrderId(freshId());
  const command = aPlacement(orderId, { terms: { metadata, note: "a\0b" } });
  const request = placing(tenantId, aClaim("k1"), command);
  const { orders, orderQueries } = storage();

  const first = JSON.stringify((await orders.write(request)).result.unwrapOr(undefined));
  const listed = await orderQueries.list(
    tenantId,
    { filter: {}, sort: newestFirst },
    { limit: 1, from: null },
  );
  expect(first).toContain('"zebra":"1","aa":"2","b":"3"');
  expect(JSON.stringify(await orders.find(tenantId, orderId))).toBe(first);
  expect(JSON.stringify(listed.items[0]?.order)).toBe(first);

  const cancel = canceling(tenantId, aClaim("k2"), orderId);
  const canceled = JSON.stringify((await orders.write(cancel)).result.unwrapOr(undefined));
  const replayedFirst = await orders.write(request);
  const replayedCancel = await orders.write(cancel);
  expect(JSON.stringify(replayedFirst.result.unwrapOr(undefined))).toBe(first);
  expect(JSON.stringify(replayedCancel.result.unwrapOr(undefined))).toBe(canceled);
});

test("a customer comes back byte for byte: found and replayed", async () => {
  const tenantId = TenantId(freshId());
  const customer = aCustomer(freshId(), { metadata });
  const { customers } = storage();
  await customers.add({ tenantId, claim: aClaim("k1"), customer });
  const again = await customers.add({
    tenantId,
    claim: aClaim("k1"),
    customer: aCustomer(freshId()),
  });
  expect(JSON.stringify(await customers.find(tenantId, customer.id))).toBe(
    JSON.stringify(customer),
  );
  expect(JSON.stringify(again.result.unwrapOr(undefined))).toBe(JSON.stringify(customer));
});

test("emails match without regard to case beyond ASCII, whatever the database's locale", async () => {
  const tenantId = TenantId(freshId());
  const { orders, orderQueries, customers } = storage();
  await orders.write(
    placing(tenantId, null, aPlacement(freshId(), { terms: { email: "ÄDA@example.com" } })),
  );
  const page = await orderQueries.list(
    tenantId,
    { filter: { email: "äda@example.com" }, sort: newestFirst },
    { limit: 1, from: null },
  );
  expect(page.items).toHaveLength(1);

  await customers.add({
    tenantId,
    claim: null,
    customer: aCustomer(freshId(), { email: "ÄDA@example.com" }),
  });
  const rival = aCustomer(freshId(), { email: "äda@example.com" });
  const { result } = await customers.add({ tenantId, claim: null, customer: rival });
  expect(result.isErr() && result.error.type).toBe("EmailTaken");
});

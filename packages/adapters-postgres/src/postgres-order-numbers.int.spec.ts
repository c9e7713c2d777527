import { TenantId } from "@ordo/application";
import { freshId } from "@ordo/application/testing";
import { expect, test } from "vitest";
import { makePostgresOrderNumbers } from "./postgres-order-numbers.ts";
import { useStorage } from "./testing/use-storage.ts";

const storage = useStorage();

test("a tenant's first number is 1001", async () => {
  expect(await makePostgresOrderNumbers(storage().database).next(TenantId(freshId()))).toBe("1001");
});

test("processes never give one number twice, and write to the tenant's row once per block", async () => {
  const tenantId = TenantId(freshId());
  const processes = [1, 2, 3].map(() => makePostgresOrderNumbers(storage().database));
  const asked = Array.from({ length: 150 }, (_, n) => processes[n % 3]?.next(tenantId));
  const numbers = await Promise.all(asked);
  expect(new Set(numbers).size).toBe(150);
  const block = await storage()
    .db.selectFrom("order_number_blocks")
    .select("next_number")
    .where("tenant_id", "=", tenantId)
    .executeTakeFirstOrThrow();
  expect(block.next_number).toBe(1001 + 150);
});

test("a tenant in a hurry is given larger blocks, and each number once", async () => {
  const tenantId = TenantId(freshId());
  const numbers = makePostgresOrderNumbers(storage().database);
  const given = new Set<string>();
  // 50, then 100, then 200 of 200.
  for (let n = 0; n < 350; n += 1) given.add(await numbers.next(tenantId));
  expect(given.size).toBe(350);
  expect([...given].at(-1)).toBe(String(1000 + 350));
  const { next_number: end } = await storage()
    .db.selectFrom("order_number_blocks")
    .select("next_number")
    .where("tenant_id", "=", tenantId)
    .executeTakeFirstOrThrow();
  expect(end).toBe(1001 + 350);
});

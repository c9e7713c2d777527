import {
  gatewayOf,
  makeMaintenance,
  makeUseCases,
  type PaymentProvider,
  TenantId,
} from "@ordo/application";
import {
  aClaim,
  aPlacement,
  freshId,
  makeCountingIds,
  makeFixedClock,
  placing,
} from "@ordo/application/testing";
import { decide, OrderId } from "@ordo/domain";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { useStorage } from "./testing/use-storage.ts";

const instances = 4;
const tenants = Array.from({ length: 3 }, () => TenantId(freshId()));
const perTenant = 8;

describe(`${String(instances)} instances that maintain at once`, () => {
  const storage = useStorage();
  const clock = makeFixedClock();

  /** A provider that keeps its promises: one charge for a key, however often it is asked. */
  const charges = new Map<string, number>();
  let answers = true;
  const ask: PaymentProvider["authorize"] = async ({ key, amount }) => {
    charges.set(key, amount);
    return answers
      ? { outcome: "succeeded", reference: null }
      : { outcome: "unknown", reason: "no answer in time" };
  };
  const provider = { authorize: ask, capture: ask, void: ask, refund: ask };

  const anInstance = () => {
    const payments = gatewayOf({ bank: provider });
    const useCases = makeUseCases({ ...storage(), payments, clock, ids: makeCountingIds() });
    const maintenance = makeMaintenance({ ...storage(), clock }, useCases, {
      requestsEndWithin: 60_000,
    });
    return { useCases, maintenance };
  };
  const place = async (tenantId: TenantId, key: string) => {
    const orderId = OrderId(freshId());
    const placement = { ...aPlacement(orderId), expiresAt: clock.now() };
    await storage().orders.write({
      ...placing(tenantId, aClaim(key), placement),
      decide: (order) => decide(order, placement),
    });
    return orderId;
  };
  const all = async (run: (instance: ReturnType<typeof anInstance>) => Promise<unknown>) => {
    const reports = await Promise.all(Array.from({ length: instances }, () => run(anInstance())));
    for (const report of reports) expect(report).toMatchObject({ failures: [], remaining: false });
  };
  const histories = async () => {
    const { rows } = await sql<{ types: string; orders: number }>`
      select types, count(*)::integer as orders
        from (select string_agg(type, ' ' order by version) as types
                from order_events group by tenant_id, order_id) as history
       group by types`.execute(storage().db);
    return rows;
  };

  test("expire each order once, settle each payment once, forget each key once", async () => {
    const { useCases } = anInstance();
    answers = false;
    for (const tenantId of tenants)
      for (let n = 0; n < perTenant; n += 1) {
        const orderId = await place(tenantId, `k${String(n)}`);
        await useCases.addPayment(
          {
            orderId,
            expectedVersion: null,
            amount: 100,
            capture: false,
            provider: "bank",
            reference: null,
          },
          {
            tenantId,
            actor: { type: "user", id: "clerk" },
            actingCustomerId: null,
            deadline: null,
            claim: null,
          },
        );
      }
    const orders = tenants.length * perTenant;
    const opened = "order.placed payment.authorization_requested payment.operation_unknown";
    await all(({ maintenance }) => maintenance.expireOrders());
    expect(await histories()).toEqual([{ types: opened, orders }]);

    answers = true;
    await all(({ maintenance }) => maintenance.settlePayments());
    const settled = `${opened} payment.operation_succeeded`;
    expect(await histories()).toEqual([{ types: settled, orders }]);

    await all(({ maintenance }) => maintenance.expireOrders());
    await all(({ maintenance }) => maintenance.settlePayments());
    const [history, ...others] = await histories();
    expect(others).toEqual([]);
    expect(history?.types.match(/order\.expired/g)).toHaveLength(1);
    // What was promised is given back, once.
    expect(history?.types).toMatch(/payment\.void_requested payment\.operation_succeeded$/);
    expect(charges.size).toBe(2 * orders);

    await storage().ageKeys(31 * 86_400_000);
    let forgotten = 0;
    await all(async ({ maintenance }) => {
      const report = await maintenance.forgetKeys();
      forgotten += report.done;
      return report;
    });
    expect(forgotten).toBe(orders);
  });
});

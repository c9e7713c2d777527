import { OrderId, Timestamp } from "@ordo/domain";
import { describe, expect, test } from "vitest";
import type { ExpireDueOrders } from "../../ports/input/lifecycle.ts";
import type { SweepInput, SweepReport } from "../../ports/input/sweep.ts";
import type { DueOrder } from "../../ports/output/due-orders.ts";
import { TenantId } from "../../tenant-id.ts";
import { makeMaintenance } from "./make-maintenance.ts";
import { Rotation } from "./rotation.ts";
import { sweepTenants } from "./sweep-tenants.ts";

describe("a sweep of all tenants", () => {
  const tenants = [TenantId("a"), TenantId("b"), TenantId("c")];
  const due = async ({ limit, after }: { limit: number; after: TenantId | null }) =>
    tenants.filter((id) => after === null || id > after).slice(0, limit);
  const nothing = { done: 0, skipped: 0, oldestSkipped: null, failures: [], last: null };
  const at = Timestamp(0);

  /** A task of a process that lives on, over these tenants. */
  const aMaintenance = (ids: readonly TenantId[], sweepTenant: ExpireDueOrders) => {
    const page: typeof due = async ({ limit, after }) =>
      ids.filter((id) => after === null || id > after).slice(0, limit);
    return makeMaintenance(
      {
        dueTenants: { expirable: (_at, asked) => page(asked), unsettled: async () => [] },
        idempotencyRetention: { forgetOld: async () => 0 },
        clock: { now: () => at },
      },
      { expireDueOrders: sweepTenant, reconcilePayments: async () => expect.fail() },
      { requestsEndWithin: 60_000 },
    ).expireOrders;
  };

  const stopAfter = (turns: number) => () => (turns -= 1) < 0;

  /** A tenant that never runs out of orders, of which none can be seen to. */
  const endless =
    (turns: string[]) =>
    async ({ limit }: SweepInput, { tenantId }: { tenantId: TenantId }): Promise<SweepReport> => {
      turns.push(tenantId);
      return { ...nothing, skipped: limit, remaining: true, at };
    };

  test("gives each its turn before any gets a second, and is bounded", async () => {
    const turns: string[] = [];
    const report = await sweepTenants(due, endless(turns), new Rotation());
    expect(turns.slice(0, 6)).toEqual(["a", "b", "c", "a", "b", "c"]);
    expect(report).toMatchObject({ skipped: 10_000, remaining: true });
  });

  test("goes on where the tenant's last turn ended", async () => {
    const seen: (DueOrder | null | undefined)[] = [];
    const last = { id: OrderId("o-1"), dueAt: at };
    await sweepTenants(
      async () => [TenantId("a")],
      async ({ after }) => {
        seen.push(after);
        return { ...nothing, last, remaining: seen.length < 2, at };
      },
      new Rotation(),
    );
    expect(seen).toEqual([null, last]);
  });

  const failures = Array.from({ length: 10 }, () => ({
    orderId: OrderId("o-1"),
    error: new Error("gone"),
  }));

  test("a tenant on whose orders every attempt breaks holds up no other", async () => {
    const turns: string[] = [];
    const sweepTenant = async (_input: SweepInput, { tenantId }: { tenantId: TenantId }) => {
      turns.push(tenantId);
      return tenantId === "a"
        ? { ...nothing, failures, remaining: true, at }
        : { ...nothing, done: 1, remaining: false, at };
    };
    const report = await sweepTenants(due, sweepTenant, new Rotation());
    expect(turns).toEqual(["a", "b", "c"]);
    expect(report).toMatchObject({ done: 2, remaining: true, failures: { length: 10 } });
  });

  test("gives every tenant its turn, however many before it can never be seen to", async () => {
    const many = Array.from({ length: 250 }, (_, n) => TenantId(String(1_000 + n)));
    const turns: TenantId[] = [];
    const run = aMaintenance(many, async ({ limit }, { tenantId }) => {
      turns.push(tenantId);
      return { ...nothing, skipped: limit, remaining: true, at };
    });
    for (let n = 0; n < 5; n += 1)
      expect(await run()).toMatchObject({ skipped: 10_000, remaining: true });
    expect(turns).toEqual([...many, ...many]);
  });

  test("gives a tenant's orders behind thousands that can never be seen to their turn", async () => {
    const orders = Array.from({ length: 25_000 }, (_, n) => Timestamp(n));
    const seen: Timestamp[] = [];
    const run = aMaintenance([TenantId("a")], async ({ limit, after = null }) => {
      const first = after === null ? 0 : after.dueAt + 1;
      const looked = orders.slice(first, first + limit);
      seen.push(...looked);
      const dueAt = looked.at(-1);
      const last = dueAt === undefined ? after : { id: OrderId("o-1"), dueAt };
      return { ...nothing, skipped: looked.length, remaining: looked.length === limit, last, at };
    });
    for (let n = 0; n < 3; n += 1) await run();
    expect(seen).toEqual(orders);
    await run();
    expect(seen.slice(orders.length)).toEqual(orders.slice(0, 10_000));
  });

  test("goes on behind tenants on whose orders every attempt breaks", async () => {
    const turns: TenantId[] = [];
    const run = aMaintenance([...tenants, TenantId("d")], async (_input, { tenantId }) => {
      turns.push(tenantId);
      return tenantId === "d"
        ? { ...nothing, done: 1, remaining: false, at }
        : { ...nothing, failures, remaining: true, at };
    });
    await run();
    await run();
    expect(turns).toEqual(["a", "b", "c", "d", "a", "b", "c"]);
  });

  test("says how old the oldest is that cannot be seen to, also where a run did not come to it", async () => {
    const many = Array.from({ length: 101 }, (_, n) => TenantId(String(1_000 + n)));
    const run = aMaintenance(many, async ({ limit }, { tenantId }) => {
      const oldestSkipped = Timestamp(Number(tenantId));
      return { ...nothing, skipped: limit, oldestSkipped, remaining: true, at };
    });
    expect((await run()).oldestSkipped).toBe(1_000);
    const behind = await run({ shouldStop: stopAfter(1) });
    expect(behind).toMatchObject({ skipped: 100, oldestSkipped: 1_000 });
  });

  test("still says so when the run ended behind it, as a broken tenant's does", async () => {
    const run = aMaintenance([TenantId("a")], async ({ after = null }) => {
      if (after !== null && after.dueAt > 1)
        return { ...nothing, failures, last: after, remaining: true, at };
      const last = { id: OrderId("o-1"), dueAt: Timestamp(2) };
      return {
        ...nothing,
        skipped: 1,
        oldestSkipped: Timestamp(1),
        failures,
        last,
        remaining: true,
        at,
      };
    });
    for (let n = 0; n < 3; n += 1)
      expect(await run()).toMatchObject({ oldestSkipped: 1, remaining: true });
  });

  test("a tenant of which nobody can tell what is due holds up no other", async () => {
    const turns: TenantId[] = [];
    const run = aMaintenance([...tenants, TenantId("d")], async (_input, { tenantId }) => {
      turns.push(tenantId);
      if (tenantId === "c") throw new Error("canceling statement due to statement timeout");
      return { ...nothing, done: 1, remaining: false, at };
    });
    for (let n = 0; n < 2; n += 1) await expect(run()).rejects.toThrow("timeout");
    expect(turns).toEqual(["a", "b", "c", "d", "a", "b", "c"]);
  });

  test("sees to all that is due in one run where it is told to", async () => {
    const left = new Map(tenants.map((id) => [id, 150]));
    const run = aMaintenance(tenants, async ({ limit }, { tenantId }) => {
      const due = left.get(tenantId) ?? 0;
      left.set(tenantId, Math.max(0, due - limit));
      return { ...nothing, skipped: Math.min(due, limit), at, remaining: due > limit };
    });
    expect(await run({ maxOrders: 250 })).toMatchObject({ skipped: 250, remaining: true });
    expect(await run({ maxOrders: Infinity })).toMatchObject({ skipped: 200, remaining: false });
  });

  test("gives up when everything breaks", async () => {
    let turns = 0;
    const four = async () => [...tenants, TenantId("d")];
    const sweepTenant = async () => {
      turns += 1;
      return { ...nothing, failures, remaining: true, at };
    };
    const report = await sweepTenants(four, sweepTenant, new Rotation());
    expect(turns).toBe(3);
    expect(report).toMatchObject({ remaining: true, failures: { length: 30 } });
  });
});

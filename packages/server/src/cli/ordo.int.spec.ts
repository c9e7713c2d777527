import { createDatabase, createPool, makePostgresOrderRepository } from "@ordo/adapters-postgres";
import { TenantId } from "@ordo/application";
import { aClaim, aPlacement, canceling, freshId, placing } from "@ordo/application/testing";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { decide, OrderId, Timestamp } from "@ordo/domain";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runOrdo, runOrdoProcess } from "../testing/run-ordo.ts";

const url = useTestDatabase();

const onDatabase = (...args: readonly string[]) => runOrdo(...args, "--database-url", url());

describe("ordo migrate", () => {
  test("tells where the schema is, takes the newest step back and does it again", async () => {
    expect(await onDatabase("migrate", "status")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^applied {2}0001-catalog\n[^]*\nThe schema is up to date\.\n$/),
    });
    const down = await onDatabase("migrate", "down");
    const name = /^down (\S+)\n$/.exec(down.out)?.[1];
    expect(name).toBeDefined();
    expect((await onDatabase("migrate", "status")).out).toContain(
      `pending  ${String(name)}\n1 migration to apply.`,
    );
    expect((await onDatabase("verify")).err).toContain("ordo migrate up");
    expect((await onDatabase("migrate", "up")).out).toBe(
      `up ${String(name)}\nApplied 1 migration.\n`,
    );
    expect((await onDatabase("migrate", "up")).out).toBe("The schema is up to date.\n");
  });
});

describe("ordo verify", () => {
  let pool: pg.Pool;
  beforeEach(() => {
    pool = createPool({ url: url(), max: 2 });
  });
  afterEach(() => pool.end());

  const place = async (tenantId: TenantId) => {
    const orders = makePostgresOrderRepository(createDatabase(pool));
    const orderId = OrderId(freshId());
    await orders.write(placing(tenantId, null, aPlacement(orderId)));
    await orders.write(canceling(tenantId, null, orderId));
    return orderId;
  };
  const asOwner = async (statement: string, parameter: string) => {
    const client = new pg.Client({ connectionString: url() });
    await client.connect();
    await client.query(statement, [parameter]);
    await client.end();
  };

  test("is content with what Ordo has written, then names each order that was tampered with", async () => {
    const [tenantId, other] = [TenantId(freshId()), TenantId(freshId())];
    const [tampered, sound] = [await place(tenantId), await place(other)];
    expect(await onDatabase("verify")).toMatchObject({
      code: 0,
      out: "Verified 2 orders: all agree with their events.\n",
      err: expect.stringContaining("2/2 orders"),
    });

    await asOwner("update orders set total = 1 where id = $1", tampered);
    await asOwner(
      "update order_events set hash = sha256(hash) where order_id = $1 and version = 2",
      tampered,
    );
    const { code, out } = await onDatabase("verify");
    expect(code).toBe(2);
    expect(out.split("\n")).toEqual([
      expect.stringMatching(
        `^tenant ${tenantId} order ${tampered} .* hash chain: is broken at version 2$`,
      ),
      expect.stringMatching(`^tenant ${tenantId} order ${tampered} .* columns: total$`),
      "Verified 2 orders: 1 differs from their events.",
      "",
    ]);
    expect(out).not.toContain(sound);
    expect(await onDatabase("verify", "--tenant", other)).toMatchObject({ code: 0 });
    expect(await onDatabase("verify", "--tenant", tenantId)).toMatchObject({ code: 2 });
  });

  test("runs as a program, on the environment's database", async () => {
    expect(await runOrdoProcess(url(), "verify", "--tenant", freshId())).toMatchObject({
      code: 0,
      out: "Verified 0 orders: all agree with their events.\n",
    });
  });
});

describe("ordo maintain", () => {
  let pool: pg.Pool;
  beforeEach(() => {
    pool = createPool({ url: url(), max: 2, actAs: "login" });
  });
  afterEach(() => pool.end());

  const placeOverdue = async (tenantId: TenantId, key: string) => {
    const placement = { ...aPlacement(freshId()), expiresAt: Timestamp(1_767_225_600_000) };
    await makePostgresOrderRepository(createDatabase(pool)).write({
      ...placing(tenantId, aClaim(key), placement),
      decide: (order) => decide(order, placement),
    });
    return placement.terms.id;
  };
  const statusOf = async (orderId: OrderId) => {
    const { rows } = await pool.query("select status from orders where id = $1", [orderId]);
    return rows;
  };
  const setBackKeys = () =>
    pool.query("update idempotency_keys set created_at = created_at - interval '31 days'");

  test("does everything that is due, once, and says what it did", async () => {
    const orderId = await placeOverdue(TenantId(freshId()), "k1");
    await setBackKeys();
    const done = {
      code: 0,
      out: [
        "expire_orders: expired 1 order, left 0 that cannot be expired now",
        "settle_payments: settled the payments of 0 orders, those of 0 are still unknown",
        "forget_keys: forgot 1 idempotency key",
        "",
      ].join("\n"),
    };
    expect(await onDatabase("maintain")).toMatchObject(done);
    expect(await statusOf(orderId)).toEqual([{ status: "canceled" }]);
    const nothing = {
      code: 0,
      out: done.out
        .replace("1 order", "0 orders")
        .replace("1 idempotency key", "0 idempotency keys"),
    };
    expect(await onDatabase("maintain")).toMatchObject(nothing);
  });

  test("does only what it is told to", async () => {
    const orderId = await placeOverdue(TenantId(freshId()), "k1");
    await setBackKeys();
    expect(await onDatabase("maintain", "--task", "forget_keys")).toMatchObject({
      code: 0,
      out: "forget_keys: forgot 1 idempotency key\n",
    });
    expect(await statusOf(orderId)).toEqual([{ status: "pending" }]);
  });

  test("names the orders that it breaks on, does the others, and exits with 2", async () => {
    const tenantId = TenantId(freshId());
    const [broken, sound] = [
      await placeOverdue(tenantId, "k1"),
      await placeOverdue(tenantId, "k2"),
    ];
    await pool.query("update orders set state = '[]' where id = $1", [broken]);
    const { code, out } = await onDatabase("maintain", "--task", "expire_orders");
    await pool.query("update orders set expires_at = null where id = $1", [broken]);
    expect(code).toBe(2);
    expect(out).toContain(`tenant ${tenantId} order ${broken} failed: `);
    expect(await statusOf(sound)).toEqual([{ status: "canceled" }]);
  });
});

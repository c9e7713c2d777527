import { type IdempotencyClaim, TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  canceling,
  freshId,
  lineOf,
  placing,
} from "@ordo/application/testing";
import type { OrderId, Product, ProductId } from "@ordo/domain";
import { err } from "neverthrow";
import { beforeEach, describe, expect, test } from "vitest";
import { isDatabaseUnavailable } from "./is-database-unavailable.ts";
import { makePostgresOrderRepository } from "./postgres-order-repository.ts";
import { expectingVersion } from "./testing/expecting-version.ts";
import { useStorage } from "./testing/use-storage.ts";

/** Sixteen connections at work, so that up to sixteen transactions really run at once. */
const storage = useStorage({ max: 16, timeouts: { connect: 30_000 } });

const many = 50;

describe("races", () => {
  let tenantId: TenantId;
  beforeEach(() => {
    tenantId = TenantId(freshId());
  });

  const atOnce = <T>(count: number, run: (n: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => run(n)));
  const stock = async (onHand: number) => {
    const product = aStockedProduct(freshId(), onHand);
    await storage().products.add({ tenantId, claim: null, product });
    return product;
  };
  const reserved = async (productId: ProductId) =>
    (await storage().products.find(tenantId, productId))?.inventory.reserved;
  const buy = (claim: IdempotencyClaim | null, ...products: readonly Product[]) => {
    const lines = products.map((product) => lineOf(freshId(), product, 1));
    return storage().orders.write(placing(tenantId, claim, aPlacement(freshId(), { lines })));
  };
  const count = async (table: "orders" | "order_events" | "idempotency_keys") => {
    const rows = await storage()
      .db.selectFrom(table)
      .select("tenant_id")
      .where("tenant_id", "=", tenantId)
      .execute();
    return rows.length;
  };
  const versions = async (orderId: OrderId) => {
    const rows = await storage()
      .db.selectFrom("order_events")
      .select("version")
      .where("tenant_id", "=", tenantId)
      .where("order_id", "=", orderId)
      .orderBy("version")
      .execute();
    return rows.map(({ version }) => version);
  };

  test(`one key × ${many} at once: one effect, ${many} equal answers`, async () => {
    const product = await stock(many);
    const outcomes = await atOnce(many, () => buy(aClaim("k1"), product));
    const answers = new Set(outcomes.map(({ result }) => JSON.stringify(result)));
    expect(outcomes.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(outcomes.every(({ result }) => result.isOk())).toBe(true);
    expect(answers.size).toBe(1);
    expect(await reserved(product.id)).toBe(1);
    expect(await count("orders")).toBe(1);
    expect(await count("order_events")).toBe(1);
    expect(await count("idempotency_keys")).toBe(1);
  });

  test(`the last unit × ${many}, each with its key: one wins, and a retry of each answers the same`, async () => {
    const product = await stock(1);
    const requests = Array.from({ length: many }, (_, n) => {
      const lines = [lineOf(freshId(), product, 1)];
      return placing(tenantId, aClaim(`k${String(n)}`), aPlacement(freshId(), { lines }));
    });
    const outcomes = await Promise.all(requests.map((request) => storage().orders.write(request)));
    const short = {
      type: "InsufficientStock",
      shortages: [{ productId: product.id, requested: 1, available: 0 }],
    };
    expect(outcomes.filter(({ result }) => result.isOk())).toHaveLength(1);
    for (const { result } of outcomes) if (result.isErr()) expect(result.error).toEqual(short);
    expect(await reserved(product.id)).toBe(1);
    expect(await count("orders")).toBe(1);

    const again = await Promise.all(requests.map((request) => storage().orders.write(request)));
    expect(again.map(({ result }) => JSON.stringify(result))).toEqual(
      outcomes.map(({ result }) => JSON.stringify(result)),
    );
  });

  test("orders of the same products in opposite sequence do not deadlock", async () => {
    const [one, two] = [await stock(many), await stock(many)];
    const outcomes = await atOnce(many, (n) =>
      n % 2 === 0 ? buy(null, one, two) : buy(null, two, one),
    );
    expect(outcomes.every(({ result }) => result.isOk())).toBe(true);
    expect([await reserved(one.id), await reserved(two.id)]).toEqual([many, many]);
  });

  test("16 writers who expect one version of one order: one wins, versions are gapless", async () => {
    const product = await stock(1);
    const command = aPlacement(freshId(), { lines: [lineOf(freshId(), product, 1)] });
    const orderId = command.terms.id;
    await storage().orders.write(placing(tenantId, null, command));

    const outcomes = await atOnce(16, (n) =>
      storage().orders.write(
        expectingVersion(1, canceling(tenantId, aClaim(`k${String(n)}`), orderId)),
      ),
    );
    const rejections = outcomes.flatMap(({ result }) => (result.isErr() ? [result.error] : []));
    expect(rejections).toHaveLength(15);
    for (const rejection of rejections)
      expect(rejection).toMatchObject({ type: "StaleVersion", currentVersion: 2 });
    expect(await versions(orderId)).toEqual([1, 2]);
    expect(await reserved(product.id)).toBe(0);
  });

  test("16 first commands on one order id: one makes it, the others meet it", async () => {
    const command = aPlacement(freshId());
    const outcomes = await atOnce(16, (n) =>
      storage().orders.write(
        placing(tenantId, aClaim(`k${String(n)}`), {
          ...command,
          terms: { ...command.terms, number: String(n) },
        }),
      ),
    );
    const rejections = outcomes.flatMap(({ result }) =>
      result.isErr() ? [result.error.type] : [],
    );
    expect(rejections).toEqual(Array.from({ length: 15 }, () => "StatusForbidsCommand"));
    expect(await versions(command.terms.id)).toEqual([1]);
  });

  test("16 orders under one number: one gets it", async () => {
    const outcomes = await atOnce(16, () =>
      storage().orders.write(placing(tenantId, null, aPlacement(freshId(), { number: "7" }))),
    );
    expect(outcomes.filter(({ result }) => result.isOk())).toHaveLength(1);
    expect(await count("orders")).toBe(1);
    expect(await count("order_events")).toBe(1);
  });

  test("a request sent twice behind many that bring one number in pairs: one effect, two equal answers", async () => {
    const batched = makePostgresOrderRepository(storage().database, { lanes: 1 });
    const place = (id: string, number: string, claim = aClaim(freshId())) =>
      batched.write(placing(tenantId, claim, aPlacement(id, { number })));
    const pairs = Array.from({ length: 9 }, () => freshId()).flatMap((pair) => [
      place(freshId(), pair),
      place(freshId(), pair),
    ]);
    const [claim, id] = [aClaim(freshId()), freshId()];
    const answers = await Promise.all([place(id, id, claim), place(freshId(), id, claim)]);
    expect(answers.map(({ result }) => result._unsafeUnwrap().id)).toEqual([id, id]);
    const outcomes = await Promise.all(pairs);
    expect(outcomes.filter(({ result }) => result.isOk())).toHaveLength(9);
  });

  test("a key that a rival holds holds up nobody else in its batch", async () => {
    const { db, orders } = storage();
    const rival = await db.startTransaction().execute();
    await rival
      .insertInto("idempotency_keys")
      .values({ tenant_id: tenantId, client_id: "checkout", key: "k7", fingerprint: "f1" })
      .execute();
    const outcomes = await atOnce(20, (n) =>
      orders.write(placing(tenantId, aClaim(`k${String(n)}`), aPlacement(freshId()))),
    );
    await rival.rollback().execute();
    const refused = outcomes.flatMap(({ result }, n) =>
      result.isErr() ? [[n, result.error]] : [],
    );
    expect(refused).toEqual([[7, { type: "IdempotencyKeyInUse" }]]);
    expect(await count("orders")).toBe(19);
  });

  test("a write whose turn does not come in time is given up, and nothing of it ran", async () => {
    const impatient = makePostgresOrderRepository(storage().database, { lanes: 1, patience: -1 });
    const write = impatient.write(placing(tenantId, aClaim("k1"), aPlacement(freshId())));
    const failure = await write.catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(await count("idempotency_keys")).toBe(0);
  });

  test("a key whose first request still runs is in use, and free when that is undone", async () => {
    const { db, orders } = storage();
    const request = placing(tenantId, aClaim("k1"), aPlacement(freshId()));
    const rival = await db.startTransaction().execute();
    await rival
      .insertInto("idempotency_keys")
      .values({ tenant_id: tenantId, client_id: "checkout", key: "k1", fingerprint: "f1" })
      .execute();
    const during = await orders.write(request);
    await rival.rollback().execute();
    const after = await orders.write(request);
    expect(during).toEqual({ result: err({ type: "IdempotencyKeyInUse" }), replayed: false });
    expect(after.replayed).toBe(false);
    expect(after.result.isOk()).toBe(true);
  });
});

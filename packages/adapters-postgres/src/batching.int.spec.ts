import { type OrderWrite, TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  canceling,
  freshId,
  lineOf,
  makeInMemoryStorage,
  placing,
  type StoragePorts,
} from "@ordo/application/testing";
import { CustomerId, OrderId, type Product } from "@ordo/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { expectingVersion } from "./testing/expecting-version.ts";
import { stateOf } from "./testing/state-of.ts";
import { useStorage } from "./testing/use-storage.ts";
import { makePostgresOrderRepository } from "./postgres-order-repository.ts";

const storage = useStorage();

/** One command of a stream; the poisons are those that end in a refusal or an error. */
const sound = fc.constantFrom("place", "buy", "cancel", "place without a key", "cancel the last");
const poison = fc.constantFrom(
  "repeat a key",
  "reuse a key",
  "take a number",
  "take the last number",
  "buy too much",
  "buy the last unit",
  "buy the last unit under a used key",
  "buy the last unit under a taken number",
  "buy the last unit under the last number",
  "unknown customer",
  "unencodable text",
  "stale version",
  "cancel what is not there",
);
/** Where one write must wait for another of its batch, and those behind it could overtake it. */
const overtaking: [(Kind | Poison)[]][] = [
  [
    [
      "buy the last unit under a taken number",
      "buy the last unit under a taken number",
      "buy the last unit",
    ],
  ],
  [["place", "buy the last unit under the last number", "buy the last unit"]],
  [["place", "buy the last unit under the last number", "buy", "take the last number"]],
];
const stream = fc
  .integer({ min: 0, max: 20 })
  .chain((percent) =>
    fc.array(
      fc.oneof({ weight: 100 - percent, arbitrary: sound }, { weight: percent, arbitrary: poison }),
      { minLength: 1, maxLength: 80 },
    ),
  );

type Kind = typeof sound extends fc.Arbitrary<infer S> ? S : never;
type Poison = typeof poison extends fc.Arbitrary<infer P> ? P : never;

/** What PostgreSQL refuses and the oracle does not know to refuse, with the SQLSTATE. */
const thrown: Partial<Record<Kind | Poison, string>> = {
  "unknown customer": "threw 23503",
  "unencodable text": "threw 22021",
};

/** The same ids and keys in each tenant, so that outcomes can be compared. */
const writesOf = (kinds: readonly (Kind | Poison)[], plenty: Product, scarce: Product) => {
  const ids = kinds.map(() => freshId());
  const lineIds = kinds.map(() => freshId());
  const elsewhere = freshId();
  const placed = ids.filter((_, n) => /^(place|buy)/.test(kinds[n] ?? ""));
  return (tenantId: TenantId): readonly OrderWrite[] =>
    kinds.map((kind, n) => {
      const [id, lineId] = [ids[n] ?? "", lineIds[n] ?? ""];
      const claim = aClaim(`k${String(n)}`);
      // Of a write that fails nobody repeats the key: whoever waited for it would run, overtaken by others.
      const before = Math.max(
        kinds.findLastIndex((other, m) => m < n && !(other in thrown)),
        0,
      );
      const victim = OrderId(ids.slice(0, n).find((other) => placed.includes(other)) ?? elsewhere);
      const last = OrderId(ids[before] ?? elsewhere);
      const buy = (product: Product, quantity: number, number = `N-${id}`, key = claim) => {
        const lines = [lineOf(lineId, product, quantity)];
        return placing(tenantId, key, aPlacement(id, { number, lines }));
      };
      const place = (terms: object) => placing(tenantId, claim, aPlacement(id, { terms }));
      switch (kind) {
        case "place":
          return place({});
        case "place without a key":
          return placing(tenantId, null, aPlacement(id));
        case "buy":
          return buy(plenty, 1);
        case "cancel":
          return canceling(tenantId, claim, victim);
        case "cancel the last":
          return canceling(tenantId, claim, last);
        case "repeat a key":
          return placing(tenantId, aClaim(`k${String(before)}`), aPlacement(id));
        case "reuse a key":
          return placing(tenantId, aClaim(`k${String(before)}`, "f2"), aPlacement(id));
        case "take a number":
          return placing(tenantId, claim, aPlacement(id, { number: "taken" }));
        case "take the last number":
          return placing(tenantId, claim, aPlacement(id, { number: `N-${ids[before] ?? ""}` }));
        case "buy too much":
          return buy(plenty, 1_000);
        case "buy the last unit":
          return buy(scarce, 1);
        case "buy the last unit under a used key":
          return buy(scarce, 1, `N-${id}`, aClaim("used"));
        case "buy the last unit under a taken number":
          return buy(scarce, 1, "taken");
        case "buy the last unit under the last number":
          return buy(scarce, 1, `N-${ids[before] ?? ""}`);
        case "unknown customer":
          return place({ customerId: CustomerId(elsewhere) });
        case "unencodable text":
          return place({ channel: "\0" });
        case "stale version":
          return expectingVersion(9, canceling(tenantId, claim, victim));
        case "cancel what is not there":
          return canceling(tenantId, claim, OrderId(elsewhere));
      }
    });
};

const prepare = async (
  { products, orders }: Pick<StoragePorts, "orders" | "products">,
  stocked: readonly Product[],
): Promise<TenantId> => {
  const tenantId = TenantId(freshId());
  for (const product of stocked) await products.add({ tenantId, claim: null, product });
  const first = aPlacement("01990000-0000-7000-8000-000000000001", { number: "taken" });
  await orders.write(placing(tenantId, aClaim("used"), first));
  return tenantId;
};

const answerOf = async (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(JSON.stringify, (error: unknown) => `threw ${String(Object(error).code)}`);

const stockOf = async (
  { products }: StoragePorts,
  tenantId: TenantId,
  stocked: readonly Product[],
) =>
  Promise.all(
    stocked.map(async ({ id }) => (await products.find(tenantId, id))?.inventory.reserved),
  );

test("a batch answers and leaves behind what its writes would one after the other", async () => {
  await fc.assert(
    fc.asyncProperty(stream, async (kinds) => {
      const stocked = [aStockedProduct(freshId(), 500), aStockedProduct(freshId(), 1)] as const;
      const writes = writesOf(kinds, ...stocked);
      const oracle = makeInMemoryStorage();
      const [tenant, twin] = [await prepare(storage(), stocked), await prepare(storage(), stocked)];
      const ideal = await prepare(oracle, stocked);
      const batched = makePostgresOrderRepository(storage().database, { lanes: 1 });
      const single = makePostgresOrderRepository(storage().database, { lanes: 1, maxBatch: 1 });

      const together = await Promise.all(
        writes(tenant).map((write) => answerOf(batched.write(write))),
      );
      const alone: string[] = [];
      for (const write of writes(twin)) alone.push(await answerOf(single.write(write)));
      const expected: string[] = [];
      for (const [n, write] of writes(ideal).entries())
        expected.push(thrown[kinds[n] ?? "place"] ?? (await answerOf(oracle.orders.write(write))));

      expect(together).toEqual(expected);
      expect(alone).toEqual(expected);
      expect(await stateOf(storage().db, tenant)).toEqual(await stateOf(storage().db, twin));
      expect(await stockOf(storage(), tenant, stocked)).toEqual(
        await stockOf(oracle, ideal, stocked),
      );
    }),
    { numRuns: 50, examples: overtaking },
  );
}, 120_000);

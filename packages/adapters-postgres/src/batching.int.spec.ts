import { type OrderWrite, TenantId } from "@ordo/application";
import {
  aClaim,
  aPlacement,
  aStockedProduct,
  canceling,
  freshId,
  lineOf,
  placing,
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
  "unknown customer",
  "unencodable text",
  "stale version",
  "cancel what is not there",
);
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
      const before = Math.max(n - 1, 0);
      const victim = OrderId(ids.slice(0, n).find((other) => placed.includes(other)) ?? elsewhere);
      const last = OrderId(ids[before] ?? elsewhere);
      const buy = (product: Product, quantity: number) =>
        placing(tenantId, claim, aPlacement(id, { lines: [lineOf(lineId, product, quantity)] }));
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
          return place({ number: "taken" });
        case "take the last number":
          return place({ number: `N-${ids[before] ?? ""}` });
        case "buy too much":
          return buy(plenty, 1_000);
        case "buy the last unit":
          return buy(scarce, 1);
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

const aTenant = async (products: readonly Product[]): Promise<TenantId> => {
  const tenantId = TenantId(freshId());
  for (const product of products) await storage().products.add({ tenantId, claim: null, product });
  const first = aPlacement("01990000-0000-7000-8000-000000000001", { number: "taken" });
  await storage().orders.write(placing(tenantId, null, first));
  return tenantId;
};

const answerOf = async (outcome: Promise<unknown>): Promise<string> =>
  outcome.then(JSON.stringify, (error: unknown) => `threw ${String(Object(error).code)}`);

test("a batch answers and leaves behind what its writes would one after the other", async () => {
  await fc.assert(
    fc.asyncProperty(stream, async (kinds) => {
      const [plenty, scarce] = [aStockedProduct(freshId(), 500), aStockedProduct(freshId(), 1)];
      const [tenant, twin] = [await aTenant([plenty, scarce]), await aTenant([plenty, scarce])];
      const writes = writesOf(kinds, plenty, scarce);
      const options = { lanes: 1 };
      const batched = makePostgresOrderRepository(storage().database, options);
      const single = makePostgresOrderRepository(storage().database, { ...options, maxBatch: 1 });

      const together = await Promise.all(
        writes(tenant).map((write) => answerOf(batched.write(write))),
      );
      const alone: string[] = [];
      for (const write of writes(twin)) alone.push(await answerOf(single.write(write)));

      expect(together).toEqual(alone);
      expect(await stateOf(storage().db, tenant)).toEqual(await stateOf(storage().db, twin));
    }),
    { numRuns: 30 },
  );
}, 120_000);

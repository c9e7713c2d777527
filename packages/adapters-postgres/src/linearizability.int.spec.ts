import { TenantId } from "@ordo/application";
import { aClaim, aPlacement, canceling, freshId, placing } from "@ordo/application/testing";
import type { OrderId } from "@ordo/domain";
import { expect, test } from "vitest";
import { expectingVersion } from "./testing/expecting-version.ts";
import { openStorage, useStorage } from "./testing/use-storage.ts";

const storage = useStorage();

/** What one call learned about an order, and when it was under way. */
interface Observation {
  readonly orderId: OrderId;
  readonly version: number;
  readonly wrote: boolean;
  readonly start: number;
  readonly end: number;
}

/** Pairs of which the later one, begun after the earlier one had answered, saw an older state. */
const backwards = (history: readonly Observation[]) =>
  history.flatMap((earlier) =>
    history
      .filter((later) => later.orderId === earlier.orderId && later.start > earlier.end)
      .filter((later) => later.version < earlier.version)
      .map((later) => ({ earlier, later })),
  );

test("16 writers of two processes on 8 orders: every history is in order, versions are gapless", async () => {
  const tenantId = TenantId(freshId());
  const other = openStorage({ url: storage().url, max: 8, applicationName: "ordo-second" });
  const placements = Array.from({ length: 8 }, () => aPlacement(freshId()));
  const history: Observation[] = [];
  const observe = async (
    orderId: OrderId,
    wrote: boolean,
    call: () => Promise<number | undefined>,
  ): Promise<void> => {
    const start = performance.now();
    const version = await call();
    if (version !== undefined)
      history.push({ orderId, version, wrote, start, end: performance.now() });
  };

  const writer = async (w: number): Promise<void> => {
    const { orders } = w % 2 === 0 ? storage() : other;
    for (let turn = 0; turn < 24; turn += 1) {
      const command = placements[(w * 5 + turn * 3) % placements.length] ?? aPlacement(freshId());
      const { id } = command.terms;
      const claim = aClaim(`w${String(w)}t${String(turn)}`);
      const find = async () => (await orders.find(tenantId, id))?.version ?? 0;
      await observe(id, false, find);
      const write =
        turn < 8
          ? placing(tenantId, claim, command)
          : expectingVersion(1, canceling(tenantId, claim, id));
      let wrote = true;
      const start = performance.now();
      const { result } = await orders.write(write);
      const end = performance.now();
      const version = result.match(
        (order) => order.version,
        (error) => {
          wrote = false;
          return error.type === "StaleVersion" ? error.currentVersion : undefined;
        },
      );
      if (version !== undefined) history.push({ orderId: id, version, wrote, start, end });
      await observe(id, false, find);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, w) => writer(w)));
  await other.close();

  expect(backwards(history)).toEqual([]);
  const written = history.filter(({ wrote }) => wrote);
  expect(new Set(written.map(({ orderId, version }) => `${orderId} ${String(version)}`)).size).toBe(
    written.length,
  );
  const journal = await storage()
    .db.selectFrom("order_events")
    .select(["order_id", "version"])
    .where("tenant_id", "=", tenantId)
    .orderBy("order_id")
    .orderBy("version")
    .execute();
  expect(journal).toHaveLength(written.length);
  for (const { terms } of placements)
    expect(journal.flatMap((row) => (row.order_id === terms.id ? [row.version] : []))).toEqual([
      1, 2,
    ]);
});

import { TenantId } from "@ordo/application";
import { aPlacement, canceling, freshId, placing } from "@ordo/application/testing";
import { OrderId } from "@ordo/domain";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { createDatabase } from "../database.ts";
import { useStorage } from "../testing/use-storage.ts";
import { tenantsWithOrders } from "./tenants-with-orders.ts";
import { countOrders, verifyOrders } from "./verify-orders.ts";

describe("verifying", () => {
  const storage = useStorage();
  let tenantId: TenantId;
  let orderId: OrderId;
  beforeEach(async () => {
    tenantId = TenantId(freshId());
    for (let index = 0; index < 3; index += 1) {
      orderId = OrderId(freshId());
      await storage().orders.write(placing(tenantId, null, aPlacement(orderId)));
      await storage().orders.write(canceling(tenantId, null, orderId));
    }
  });

  const verify = async () => {
    const faults: string[] = [];
    let verified = 0;
    for await (const batch of verifyOrders(storage().database, tenantId)) {
      verified += batch.verified;
      for (const { orderId: id, faults: found } of batch.faulty)
        for (const { check, detail } of found) faults.push(`${id} ${check}: ${detail}`);
    }
    return { verified, faults };
  };

  test("orders that only Ordo has written agree with their events", async () => {
    expect(await verify()).toEqual({ verified: 3, faults: [] });
    expect(await countOrders(storage().database, tenantId)).toBe(3);
  });

  test.each([
    [
      "the state",
      `update orders set state = replace(state::text, '"total":416', '"total":1')::json where id = $1`,
      ["state: differs at lines.0.total"],
    ],
    [
      "the state, by white space alone",
      "update orders set state = (' ' || state)::json where id = $1",
      ["state: is written differently"],
    ],
    [
      "a column",
      "update orders set channel = 'pos', total = 1 where id = $1",
      ["columns: channel, total"],
    ],
    [
      "the columns that follow from its books",
      `update orders set payment_status = 'paid', refund_status = 'full', fulfillment_status = 'shipped',
              return_status = 'returned', authorized = 1, captured = 1, refunded = 1, confirmed_at = now(),
              completed_at = now(), canceled_at = null, archived_at = now() where id = $1`,
      [
        "columns: payment_status, refund_status, fulfillment_status, return_status, authorized, captured, refunded, confirmed_at, completed_at, canceled_at, archived_at",
      ],
    ],
    [
      "the columns that say what is due",
      "update orders set expires_at = now(), unsettled_since = now() where id = $1",
      ["columns: expires_at, unsettled_since"],
    ],
    [
      "the version",
      "update orders set version = 1 where id = $1",
      ["versions: the journal goes on to version 2, the order is at 1"],
    ],
    [
      "an event's text",
      `update order_events set data = replace(data::text, 'customer', 'somebody')::json where order_id = $1 and version = 2`,
      ["hash chain: is broken at version 2", "state: differs at cancellation.reason"],
    ],
    [
      "an event's text, by white space alone",
      "update order_events set data = (data || ' ')::json where order_id = $1 and version = 1",
      ["hash chain: is broken at version 1"],
    ],
    [
      "a hash",
      "update order_events set hash = sha256(hash) where order_id = $1 and version = 1",
      ["hash chain: is broken at version 1"],
    ],
    [
      "the head of the chain",
      "update orders set chain_head = sha256(chain_head) where id = $1",
      ["hash chain: does not end where the order says"],
    ],
    [
      "an event's column",
      "update order_events set actor_id = 'eve' where order_id = $1 and version = 2",
      ["events: version 2: actor_id"],
    ],
    [
      "the sequence of events",
      "update order_events set version = 3 where order_id = $1 and version = 2",
      [
        "versions: version 2 is missing",
        "versions: the journal goes on to version 3, the order is at 2",
        "hash chain: is broken at version 3",
      ],
    ],
    [
      "the newest event, by removing it",
      "delete from order_events where order_id = $1 and version = 2",
      ["versions: version 2 is missing", "hash chain: does not end where the order says"],
    ],
    [
      "the first event, by removing it",
      "delete from order_events where order_id = $1 and version = 1",
      ["versions: version 1 is missing", "hash chain: is broken at version 2"],
    ],
    [
      "a line",
      "update order_lines set quantity = 7 where order_id = $1",
      ["lines: quantity of the 1."],
    ],
    [
      "an event's whole text",
      "update order_events set data = '[]' where order_id = $1 and version = 2",
      [
        "hash chain: is broken at version 2",
        "events: version 2: type, actor_type, actor_id, at",
        "events: fold to no order",
      ],
    ],
    [
      "its tags, by one more",
      `insert into order_tags (tenant_id, tag, created_at, order_id)
       select tenant_id, 'x', created_at, id from orders where id = $1`,
      ["tags: one of 2026-01-01 00:00:00+00 is stored that is not due"],
    ],
    ["its tags", "delete from order_tags where order_id = $1", ["tags: 0 are stored, 1 are due"]],
  ])("who tampers with %s is found, and the order named", async (_what, change, faults) => {
    const { rowCount } = await storage().inspectors.query(change, [orderId]);
    expect(rowCount).toBe(1);
    expect(await verify()).toEqual({
      verified: 3,
      faults: faults.map((fault) => `${orderId} ${fault}`),
    });
  });

  test("finds every tenant, or says that it may not see them", async () => {
    const found = await tenantsWithOrders(storage().db);
    const { rows } = await sql`select distinct tenant_id as id from orders order by 1`.execute(
      storage().db,
    );
    expect(found._unsafeUnwrap().map((id) => ({ id }))).toEqual(rows);
    const asApplication = await tenantsWithOrders(createDatabase(storage().pool));
    expect(asApplication._unsafeUnwrapErr()).toBe("tenants hidden");
  });
});

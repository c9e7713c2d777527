import { OrderId, Timestamp } from "@ordo/domain";
import { beforeEach, describe, expect, test } from "vitest";
import type { OrderFilter } from "../../ports/output/order-queries.ts";
import { TenantId } from "../../tenant-id.ts";
import { aPlacement, placing } from "../fixtures.ts";
import { freshId } from "../fresh-id.ts";
import type { StoragePorts } from "../storage-ports.ts";

/** What every `OrderExport` must do. Each test works in a tenant of its own. */
export const orderExportContract = (storage: () => StoragePorts): void => {
  describe("OrderExport", () => {
    let tenantId: TenantId;
    beforeEach(() => {
      tenantId = TenantId(freshId());
    });

    const place = async (second: number, channel = "web") => {
      const id = OrderId(freshId());
      const at = Timestamp(1_767_225_600_000 + second * 1000);
      await storage().orders.write(
        placing(tenantId, null, aPlacement(id, { at, terms: { channel } })),
      );
      return id;
    };
    const exported = async (filter: OrderFilter, tenant = tenantId) => {
      const ids: OrderId[] = [];
      for await (const { id } of storage().orderExport.stream(tenant, filter)) ids.push(id);
      return ids;
    };

    test("gives every order that matches, newest first, only its tenant's", async () => {
      const [a, b, c] = [await place(1), await place(2, "pos"), await place(3)];
      expect(await exported({})).toEqual([c, b, a]);
      expect(await exported({ channel: "web" })).toEqual([c, a]);
      expect(await exported({ channel: "app" })).toEqual([]);
      expect(await exported({}, TenantId(freshId()))).toEqual([]);
    });

    test("gives whole orders, as find does", async () => {
      const id = await place(1);
      for await (const order of storage().orderExport.stream(tenantId, {}))
        expect(order).toEqual(await storage().orders.find(tenantId, id));
    });

    test("goes past the size of any page", async () => {
      const ids: OrderId[] = [];
      for (let second = 0; second < 230; second += 1) ids.unshift(await place(second));
      expect(await exported({})).toEqual(ids);
    });

    test("leaves out what is added once it has begun, and ends", async () => {
      const first = await place(1);
      const seen: OrderId[] = [];
      for await (const { id } of storage().orderExport.stream(tenantId, {})) {
        seen.push(id);
        await place(2 + seen.length);
      }
      expect(seen).toEqual([first]);
    });
  });
};

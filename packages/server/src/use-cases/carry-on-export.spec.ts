import type { ExportOrders } from "@ordo/application";
import { anApplication, aPlacement, freshId, placing, staff } from "@ordo/application/testing";
import { expect, test } from "vitest";
import { carryOnExport } from "./carry-on-export.ts";

const count = 5;

test.each([0, 1, 3, count])(
  "an export that fails after %i orders goes on where it stopped",
  async (delivered) => {
    const { storage, useCases } = anApplication();
    for (let n = 0; n < count; n += 1)
      await storage.orders.write(placing(staff.tenantId, null, aPlacement(freshId())));
    const failing: ExportOrders = async function* (filter, context) {
      let left = delivered;
      for await (const order of useCases.exportOrders(filter, context)) {
        if (left === 0) break;
        left -= 1;
        yield order;
      }
      throw new Error("lost");
    };
    const failures: unknown[] = [];
    const whole = carryOnExport(failing, useCases.exportOrders, (error) => failures.push(error));
    const ids = async (from: ExportOrders) => {
      const found: string[] = [];
      for await (const { id } of from({}, staff)) found.push(id);
      return found;
    };
    expect(await ids(whole)).toEqual(await ids(useCases.exportOrders));
    expect(failures).toHaveLength(1);
  },
);

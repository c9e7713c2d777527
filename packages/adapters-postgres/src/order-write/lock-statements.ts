import type { TenantId } from "@ordo/application";
import type { OrderId, ProductId } from "@ordo/domain";
import { binaryArray } from "../batch/binary-array.ts";
import type { PipelinedStatement } from "../connection/pipeline.ts";

// Locked by id, so that two who want the same rows wait for each other and never in a circle. The weakest
// lock that keeps writers out: rows that refer to these can still be inserted.

export const lockOrders = (tenantId: TenantId, ids: readonly OrderId[]): PipelinedStatement => ({
  name: "ordo_lock_orders",
  text: `
select id, state, chain_head from orders
 where tenant_id = $1 and id = any($2::uuid[])
 order by id
   for no key update`,
  values: [tenantId, binaryArray("uuid", ids)],
});

export interface LockedOrder {
  readonly id: string;
  readonly state: unknown;
  readonly chain_head: Buffer;
}

export const lockProducts = (
  tenantId: TenantId,
  ids: readonly ProductId[],
): PipelinedStatement => ({
  name: "ordo_lock_products",
  text: `
select id, tracked, on_hand, reserved from products
 where tenant_id = $1 and id = any($2::uuid[])
 order by id
   for no key update`,
  values: [tenantId, binaryArray("uuid", ids)],
});

export interface LockedProduct {
  readonly id: string;
  readonly tracked: boolean;
  readonly on_hand: number;
  readonly reserved: number;
}

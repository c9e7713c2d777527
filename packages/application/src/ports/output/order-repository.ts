import type { Order, OrderEvent, OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { Outcome } from "../../outcome.ts";
import type { Rejection } from "../../rejection.ts";
import type { TenantId } from "../../tenant-id.ts";

/** Keeps orders as state and journal, which never differ. */
export interface OrderRepository {
  find(tenantId: TenantId, orderId: OrderId): Promise<Order | undefined>;

  /**
   * Runs one command on one order, all or nothing, alone: claims the idempotency key, loads the order,
   * decides, moves stock, appends the events, stores the evolved state and records the outcome under
   * the key. A rejection is recorded under the key too, and changes nothing else. When the key already
   * stands for this very request, nothing runs and its recorded outcome is the answer.
   *
   * Beside what `decide` rejects it answers `InsufficientStock`, `OrderNumberTaken` and the claim's faults.
   */
  write(request: OrderWrite): Promise<Outcome<Order>>;
}

export interface OrderWrite {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  readonly claim: IdempotencyClaim | null;
  /** Pure, and may be called more than once. At least one event when it accepts. */
  readonly decide: (current: Order | undefined) => Result<readonly OrderEvent[], Rejection>;
  /**
   * Which rejections are final. Any other leaves the key unclaimed, so that the caller can try again
   * under it. Absent: all are final.
   */
  readonly isFinal?: (rejection: Rejection) => boolean;
}

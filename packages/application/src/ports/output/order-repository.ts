import type { Order, OrderEvent, OrderId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { Deadline } from "../../deadline.ts";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { OperationRef, OrderOutcome } from "../../outcome.ts";
import type { Rejection } from "../../rejection.ts";
import type { TenantId } from "../../tenant-id.ts";

/** Keeps orders as state and journal, which never differ. */
export interface OrderRepository {
  /** A search that still waits for its turn at the deadline may be given up: it rejects. */
  find(tenantId: TenantId, orderId: OrderId, deadline?: Deadline): Promise<Order | undefined>;

  /**
   * Runs one command on one order, all or nothing, alone: claims the idempotency key, loads the order,
   * decides, moves stock, appends the events, stores the evolved state and records the outcome under
   * the key, as `recordedOrder` makes it. A rejection is recorded under the key too, and changes nothing
   * else. When the key already stands for this very request, nothing runs and its recorded outcome is
   * the answer.
   *
   * A write that still waits for its turn at its deadline may be given up: it rejects, and nothing of it was done.
   * One that has begun goes on, and its key tells what came of it.
   *
   * Beside what `decide` rejects it answers `InsufficientStock`, `OrderNumberTaken` and the claim's faults.
   */
  write(request: OrderWrite): Promise<WrittenOrder>;
}

export interface OrderWrite {
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  readonly claim: IdempotencyClaim | null;
  /** Absent: somebody always waits for the answer. */
  readonly deadline?: Deadline;
  /**
   * Pure, and may be called more than once. No events leave the order as it is: that is the answer, and
   * the outcome that is recorded.
   */
  readonly decide: (current: Order | undefined) => Result<readonly OrderEvent[], Rejection>;
  /** The id of what the command makes: recorded under the key, and answered again in a replay. */
  readonly subject?: string;
  /**
   * Which rejections are final. Any other leaves the key unclaimed, so that the caller can try again
   * under it. Absent: all are final.
   */
  readonly isFinal?: (rejection: Rejection) => boolean;
  /**
   * True carries on with what the key records as `continuing`: the write runs, and its outcome takes the
   * place of the recorded one; a rejection leaves that as it was. Of two at once the second waits. When
   * the key stands for anything else, this is as without: its recorded outcome is the answer.
   */
  readonly continues?: boolean;
}

export interface WrittenOrder extends OrderOutcome {
  /** Payment operations that the request opened and that its key waits for; absent when there is none. */
  readonly continuing?: readonly OperationRef[];
}

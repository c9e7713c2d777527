import type { Actor, CustomerId } from "@ordo/domain";
import type { IdempotencyClaim } from "./idempotency.ts";
import type { Deadline } from "./deadline.ts";
import type { TenantId } from "./tenant-id.ts";

/** On whose behalf a use case runs. */
export interface RequestContext {
  readonly tenantId: TenantId;
  readonly actor: Actor;
  /**
   * Set when the caller acts as a customer: it then sees and changes only that customer's orders,
   * anything else answers as if missing, and it sets no prices. Null for staff and services.
   */
  readonly actingCustomerId: CustomerId | null;
  /** Until when the caller waits for the answer. */
  readonly deadline: Deadline;
}

/** A request that changes something. */
export interface WriteContext extends RequestContext {
  /** Null when the caller needs no protection against its own retries, as a seed script. */
  readonly claim: IdempotencyClaim | null;
}

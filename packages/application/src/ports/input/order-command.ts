import type { OrderId } from "@ordo/domain";
import type { WriteContext } from "../../context.ts";
import type { ExpectedVersion } from "../../expected-version.ts";
import type { OrderOutcome } from "../../outcome.ts";

/** Which order a command is told to, and on what condition. */
export interface OrderTarget {
  readonly orderId: OrderId;
  readonly expectedVersion: ExpectedVersion;
  /**
   * True decides and shows, and does nothing: no key is used, nothing is stored, reserved or paid. The
   * answer is the order as it would become, with the events in `preview`. A shortage of stock is
   * reported as far as it can be seen.
   */
  readonly dryRun?: boolean;
}

/**
 * Tells an existing order something. Beside what each command says, all can answer `OrderNotFound`,
 * `CustomersMayNot`, `StaleVersion`, `StatusForbidsCommand` and the faults of the idempotency key.
 */
export type CommandOrder<Input extends OrderTarget = OrderTarget> = (
  input: Input,
  context: WriteContext,
) => Promise<OrderOutcome>;

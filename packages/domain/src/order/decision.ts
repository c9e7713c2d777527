import type { Result } from "neverthrow";
import type { OrderEvent } from "./order-event.ts";
import type { OrderRejection } from "./order-rejection.ts";

/** What follows from a command: at least one event, or why not. */
export type Decision = Result<readonly OrderEvent[], OrderRejection>;

/** What stands in the way of a command whatever its input is; undefined when some input would be accepted. */
export type Blocker = OrderRejection | undefined;

import { ok, type Result } from "neverthrow";
import type { CancelOrder } from "../order-command.ts";
import type { OrderCanceled } from "../order-event.ts";
import type { PendingOrder } from "../order.ts";

/** Ends the order; the stock it had claimed is released with it (see `stock-movements.ts`). */
export const cancel = (
  _order: PendingOrder,
  { at, actor, cancellation }: CancelOrder,
): Result<readonly [OrderCanceled], never> =>
  ok([{ type: "order.canceled", at, actor, cancellation }]);

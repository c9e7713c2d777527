import { err, ok } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import type { AddCreditLine } from "../commands/amendment-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { currentTotal } from "../order-totals.ts";
import type { Order } from "../order.ts";
import { notAPositiveAmount } from "../payments/check-payment.ts";

/** Lowers the total as goodwill, by at most what the order costs now. */
export const addCreditLine = (
  order: OrderTaking<"addCreditLine">,
  { at, actor, creditLineId, amount, reason }: AddCreditLine,
): Decision => {
  const fault =
    addCreditLineBlocker(order) ??
    takenId(order.creditLines, creditLineId, ["creditLineId"]) ??
    notAPositiveAmount(amount);
  if (fault) return err(fault);

  const limit = currentTotal(order);
  return amount > limit
    ? err({ type: "CreditExceedsTotal", path: ["amount"], requested: amount, limit })
    : ok([{ type: "order.credit_line_added", at, actor, creditLineId, amount, reason }]);
};

export const addCreditLineBlocker = (order: Order): Blocker =>
  currentTotal(order) === 0
    ? { type: "NothingIsLeftToCredit" }
    : noRoomIn(order.creditLines, limits.creditLinesPerOrder, "creditLines");

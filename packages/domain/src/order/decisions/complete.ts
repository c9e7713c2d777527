import { err, ok } from "neverthrow";
import type { CompleteOrder } from "../commands/lifecycle-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { editIsOpen } from "../edits/open-edit.ts";
import type { OrderTaking } from "../lifecycle.ts";
import { orderTotals } from "../order-totals.ts";
import type { Order } from "../order.ts";
import { isOpenReturn } from "../returns/return.ts";
import { activeUnits, sumUnits } from "../units.ts";

/** Closes an order of which every unit is delivered or canceled, nothing is owed and nothing is open. */
export const complete = (
  order: OrderTaking<"complete">,
  { at, actor }: CompleteOrder,
): Decision => {
  const blocker = completeBlocker(order);
  return blocker ? err(blocker) : ok([{ type: "order.completed", at, actor }]);
};

export const completeBlocker = (order: Order): Blocker =>
  unitsAreNotDelivered(order) ??
  balanceIsNotZero(order) ??
  returnIsOpen(order) ??
  editIsOpen(order);

const unitsAreNotDelivered = ({ lines }: Order): Blocker => {
  const undelivered = sumUnits(lines, (line) => activeUnits(line) - line.delivered);
  return undelivered > 0 ? { type: "UnitsAreNotDelivered", undelivered } : undefined;
};

const balanceIsNotZero = (order: Order): Blocker => {
  const { balance } = orderTotals(order);
  return balance === 0 ? undefined : { type: "BalanceIsNotZero", balance };
};

const returnIsOpen = ({ returns }: Order): Blocker => {
  const open = returns.find(isOpenReturn);
  return open && { type: "ReturnIsOpen", returnId: open.id };
};

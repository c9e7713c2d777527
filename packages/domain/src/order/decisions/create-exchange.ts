import { err, ok } from "neverthrow";
import { limits } from "../../shared/limits.ts";
import type { CreateExchange } from "../commands/return-commands.ts";
import type { Blocker, Decision } from "../decision.ts";
import { sumUp } from "../pricing.ts";
import { movedTo, priceAdditions } from "../edits/price-additions.ts";
import type { PricedLine } from "../order-line.ts";
import { noRoomIn, takenId } from "../check-items.ts";
import type { OrderTaking } from "../lifecycle.ts";
import type { Order, PlacedOrder } from "../order.ts";
import type { OrderRejection } from "../order-rejection.ts";
import { faultInReturn, noReturnPossible } from "../returns/check-return.ts";

/** Asks for a return and adds the lines that replace it. New units reopen a completed order. */
export const createExchange = (
  order: OrderTaking<"createExchange">,
  command: CreateExchange,
): Decision => {
  const { at, actor, exchangeId, returnId, lines } = command;
  const fault = faultInReturn(order, command) ?? faultInExchange(order, command);
  if (fault) return err(fault);

  const priced = priceAdditions(order, command.replacements).mapErr(movedTo(["replacements"], 1));
  if (priced.isErr()) return err(priced.error);
  const replacements = priced.value;
  const unsafe = leavesSafeRange(order, replacements);
  if (unsafe) return err(unsafe);

  const requested = { type: "return.requested" as const, at, actor, returnId, lines };
  const exchange = { exchangeId, returnId, replacements };
  const created = { type: "order.exchange_created" as const, at, actor, ...exchange };
  return order.status === "completed"
    ? ok([requested, created, { type: "order.reopened", at, actor }])
    : ok([requested, created]);
};

export const createExchangeBlocker = (order: Order): Blocker =>
  noReturnPossible(order) ?? noRoomIn(order.lines, limits.linesPerOrder, "lines");

const faultInExchange = (
  { exchanges }: PlacedOrder,
  { exchangeId, replacements }: CreateExchange,
): OrderRejection | undefined =>
  replacements.length === 0
    ? { type: "AtLeastOneLineIsNeeded", path: ["replacements"] }
    : takenId(exchanges, exchangeId, ["exchangeId"]);

const leavesSafeRange = (
  { lines, shippingLines }: PlacedOrder,
  replacements: readonly PricedLine[],
): OrderRejection | undefined => {
  const { subtotal, total } = sumUp({ lines: [...lines, ...replacements], shippingLines });
  return Number.isSafeInteger(subtotal) && Number.isSafeInteger(total)
    ? undefined
    : { type: "AmountLeavesSafeRange", path: ["replacements"] };
};

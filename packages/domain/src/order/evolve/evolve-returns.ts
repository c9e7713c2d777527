import { applyEdit } from "../edits/apply-edit.ts";
import type { ReturnEvent, ReturnReceived, ReturnRequested } from "../events/return-events.ts";
import type { LineQuantity, OrderLine } from "../order-line.ts";
import type { Order, PlacedOrder } from "../order.ts";
import { awaitedUnits, type Return, type ReturnState } from "../returns/return.ts";
import { received, unitsReceived } from "../returns/receive-lines.ts";
import { countUnits } from "./count-units.ts";
import { misplaced } from "./misplaced.ts";
import { replaceItem } from "./replace-item.ts";

export const evolveReturns = (order: PlacedOrder, event: ReturnEvent): Order => {
  const stamp = { version: order.version + 1, updatedAt: event.at };
  switch (event.type) {
    case "return.requested": {
      const lines = waitFor(order.lines, event.lines, 1);
      return { ...order, ...stamp, lines, returns: [...order.returns, requested(event)] };
    }
    case "return.approved":
      return { ...order, ...stamp, returns: inState(order, event, "approved") };
    case "return.rejected":
      return { ...order, ...stamp, ...ended(order, event, "rejected") };
    case "return.canceled":
      return { ...order, ...stamp, ...ended(order, event, "canceled") };
    case "return.closed":
      return { ...order, ...stamp, ...ended(order, event, "closed") };
    case "return.received":
      return { ...order, ...stamp, ...withReceipt(order, event) };
    case "order.exchange_created": {
      const { exchangeId: id, returnId, replacements, at } = event;
      const replacementLineIds = replacements.map((line) => line.id);
      return {
        ...order,
        ...stamp,
        ...applyEdit(order, { ...nothing, addedLines: replacements }),
        exchanges: [...order.exchanges, { id, returnId, replacementLineIds, createdAt: at }],
      };
    }
  }
};

const nothing = { addedLines: [], addedShippingLines: [], canceledLines: [] };

const requested = ({ returnId, lines, at }: ReturnRequested): Return => ({
  id: returnId,
  status: "requested",
  lines: lines.map((line) => ({ ...line, restocked: 0, writtenOff: 0, dismissed: 0 })),
  createdAt: at,
  updatedAt: at,
});

const inState = (
  { returns }: PlacedOrder,
  { returnId, at }: ReturnEvent,
  status: ReturnState,
): readonly Return[] =>
  replaceItem(returns, returnId, (current) => ({ ...current, status, updatedAt: at }));

const waitFor = (
  lines: readonly OrderLine[],
  quantities: readonly LineQuantity[],
  sign: 1 | -1,
): readonly OrderLine[] =>
  quantities.reduce(
    (current, { lineId, quantity }) =>
      countUnits(current, lineId, { returnRequested: sign * quantity }),
    lines,
  );

/** The return over, and what it still waited for no longer asked for. */
const ended = (
  order: PlacedOrder,
  event: ReturnEvent,
  status: ReturnState,
): Pick<PlacedOrder, "lines" | "returns"> => {
  const over = order.returns.find(({ id }) => id === event.returnId);
  if (over === undefined) throw misplaced(order, event);
  const awaited = over.lines.map((line) => ({ lineId: line.lineId, quantity: awaitedUnits(line) }));
  return {
    lines: waitFor(order.lines, awaited, -1),
    returns: inState(order, event, status),
  };
};

const withReceipt = (
  order: PlacedOrder,
  { returnId, lines: receipt, at }: ReturnReceived,
): Pick<PlacedOrder, "lines" | "returns"> => ({
  lines: receipt.reduce(
    (lines, line) => countUnits(lines, line.lineId, unitsReceived(line)),
    order.lines,
  ),
  returns: replaceItem(order.returns, returnId, (current) => received(current, receipt, at)),
});

import type { ProductId } from "../shared/ids.ts";
import type { OrderEvent } from "./order-event.ts";
import type { LineQuantity, LineTerms } from "./order-line.ts";
import type { Order } from "./order.ts";

/** A change of a tracked product's stock that an event brings about. */
export interface StockMovement {
  readonly productId: ProductId;
  /** Change of the reserved units: positive claims, negative releases. */
  readonly reserved: number;
  /** Change of the units in the warehouse: negative when they leave, positive when they are restocked. */
  readonly onHand: number;
}

/**
 * What an event does to stock, one movement per product; none for a product whose stock stays.
 *
 * @param before the order right before this very event: of a decision with several, evolve in between
 */
export const stockMovements = (
  before: Order | undefined,
  event: OrderEvent,
): readonly StockMovement[] => {
  const lines = before?.lines ?? [];
  switch (event.type) {
    case "order.placed":
      return perProduct(event.contents.lines.map(claimed));
    case "order.exchange_created":
      return perProduct(event.replacements.map(claimed));
    case "order.edit_confirmed": {
      const edit = before?.edits.find(({ id }) => id === event.editId);
      const canceled = ofLines(lines, edit?.canceledLines ?? [], released);
      return perProduct([...(edit?.addedLines ?? []).map(claimed), ...canceled]);
    }
    case "order.lines_canceled":
      return perProduct(ofLines(lines, event.lines, released));
    case "order.expired":
    case "order.canceled":
      // A draft has claimed nothing.
      return before?.status === "draft"
        ? []
        : perProduct(
            lines.map((line) => released(line, line.quantity - line.canceled - line.shipped)),
          );
    case "fulfillment.shipped": {
      const sent = before?.fulfillments.find(({ id }) => id === event.fulfillmentId);
      return perProduct(ofLines(lines, sent?.lines ?? [], shipped));
    }
    case "return.received": {
      const restocked = event.lines.filter(({ disposition }) => disposition === "restock");
      return perProduct(ofLines(lines, restocked, returned));
    }
    case "order.drafted":
    case "order.draft_updated":
    case "order.confirmed":
    case "order.completed":
    case "order.reopened":
    case "order.archived":
    case "order.unarchived":
    case "order.details_changed":
    case "order.hold_placed":
    case "order.hold_released":
    case "order.edit_proposed":
    case "order.edit_declined":
    case "order.credit_line_added":
    case "payment.authorization_requested":
    case "payment.recorded":
    case "payment.capture_requested":
    case "payment.void_requested":
    case "payment.refund_requested":
    case "payment.operation_succeeded":
    case "payment.operation_failed":
    case "payment.operation_unknown":
    case "fulfillment.created":
    case "fulfillment.packed":
    case "fulfillment.delivered":
    case "fulfillment.canceled":
    case "fulfillment.tracking_changed":
    case "return.requested":
    case "return.approved":
    case "return.rejected":
    case "return.canceled":
    case "return.closed":
      return [];
  }
};

interface Move {
  readonly line: LineTerms;
  readonly reserved: number;
  readonly onHand: number;
}

const claimed = (line: LineTerms): Move => ({ line, reserved: line.quantity, onHand: 0 });
const released = (line: LineTerms, units: number): Move => ({ line, reserved: -units, onHand: 0 });
const shipped = (line: LineTerms, units: number): Move => ({
  line,
  reserved: -units,
  onHand: -units,
});
const returned = (line: LineTerms, units: number): Move => ({ line, reserved: 0, onHand: units });

const ofLines = (
  lines: readonly LineTerms[],
  quantities: readonly LineQuantity[],
  move: (line: LineTerms, units: number) => Move,
): readonly Move[] =>
  quantities.flatMap(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId);
    return line ? [move(line, quantity)] : [];
  });

const perProduct = (moves: readonly Move[]): readonly StockMovement[] => {
  const sums = new Map<ProductId, StockMovement>();
  for (const { line, reserved, onHand } of moves) {
    const { productId, tracked } = line;
    if (!tracked || productId === null) continue;
    const sum = sums.get(productId);
    sums.set(productId, {
      productId,
      reserved: (sum?.reserved ?? 0) + reserved,
      onHand: (sum?.onHand ?? 0) + onHand,
    });
  }
  return [...sums.values()].filter(({ reserved, onHand }) => reserved !== 0 || onHand !== 0);
};

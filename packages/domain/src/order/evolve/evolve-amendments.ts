import { applyEdit } from "../edits/apply-edit.ts";
import type { Edit } from "../edits/edit.ts";
import type { AmendmentEvent, EditProposed } from "../events/amendment-events.ts";
import type { Order, PlacedOrder } from "../order.ts";
import { misplaced } from "./misplaced.ts";
import { replaceItem } from "./replace-item.ts";

export const evolveAmendments = (order: PlacedOrder, event: AmendmentEvent): Order => {
  const { at } = event;
  const stamp = { version: order.version + 1, updatedAt: at };
  switch (event.type) {
    case "order.hold_placed": {
      const hold = { id: event.holdId, reason: event.reason, placedAt: at, releasedAt: null };
      return { ...order, ...stamp, holds: [...order.holds, hold] };
    }
    case "order.hold_released": {
      const holds = replaceItem(order.holds, event.holdId, (hold) => ({ ...hold, releasedAt: at }));
      return { ...order, ...stamp, holds };
    }
    case "order.credit_line_added": {
      const { creditLineId: id, amount, reason } = event;
      const creditLines = [...order.creditLines, { id, amount, reason, createdAt: at }];
      return { ...order, ...stamp, creditLines };
    }
    case "order.edit_proposed":
      return { ...order, ...stamp, edits: [...order.edits, proposed(order, event)] };
    case "order.edit_confirmed": {
      const edit = order.edits.find(({ id }) => id === event.editId);
      if (edit?.status !== "proposed") throw misplaced(order, event);
      const edits = decided(order, event, "confirmed");
      return { ...order, ...stamp, ...applyEdit(order, edit), edits };
    }
    case "order.edit_declined":
      return { ...order, ...stamp, edits: decided(order, event, "declined") };
  }
};

const proposed = (order: PlacedOrder, event: EditProposed): Edit => ({
  id: event.editId,
  status: "proposed",
  reason: event.reason,
  baseVersion: order.version + 1,
  addedLines: event.addedLines,
  addedShippingLines: event.addedShippingLines,
  canceledLines: event.canceledLines,
  newTotal: event.newTotal,
  difference: event.difference,
  createdAt: event.at,
  updatedAt: event.at,
});

const decided = (
  { edits }: PlacedOrder,
  {
    editId,
    at,
  }: Extract<AmendmentEvent, { readonly type: `order.edit_${"confirmed" | "declined"}` }>,
  status: Edit["status"],
): readonly Edit[] => replaceItem(edits, editId, (edit) => ({ ...edit, status, updatedAt: at }));

import { describe, expect, it } from "vitest";
import { receipt, tell, units } from "../testing/commands.ts";
import { draftOrder, placeDraft, updateDraft } from "../testing/drafts.ts";
import { cancelOrder, customLine, placeOrder } from "../testing/fixtures.ts";
import { completed, confirmed, orderAfter, smallOrder } from "../testing/history.ts";
import { allowedActions } from "./allowed-actions.ts";
import { decide } from "./decide.ts";
import { lifecycle, permits, statusForbids } from "./lifecycle.ts";
import { orderCommandTypes } from "./order-command-types.ts";
import type { OrderCommand, OrderCommandType } from "./order-command.ts";
import { orderStatuses } from "./order.ts";

const statuses = ["none", ...orderStatuses] as const;
const orders = {
  none: undefined,
  draft: orderAfter(draftOrder()),
  pending: orderAfter(smallOrder()),
  confirmed: orderAfter(...confirmed),
  completed: orderAfter(...completed),
  canceled: orderAfter(smallOrder(), cancelOrder()),
};
const one: Readonly<Record<OrderCommandType, OrderCommand>> = {
  draft: draftOrder(),
  place: placeOrder(),
  updateDraft: updateDraft(),
  placeDraft: placeDraft(),
  confirm: tell.confirm(),
  expire: tell.expire(),
  cancel: cancelOrder(),
  cancelLines: tell.cancelLines(units("line-1", 1)),
  complete: tell.complete(),
  placeHold: tell.hold(),
  releaseHold: tell.release(),
  proposeEdit: tell.propose([{ type: "add_line", line: customLine(1, 1, { id: "line-3" }) }]),
  confirmEdit: tell.confirmEdit(),
  declineEdit: tell.declineEdit(),
  addCreditLine: tell.credit(1),
  changeDetails: tell.change({ note: "new" }),
  archive: tell.archive(),
  unarchive: tell.unarchive(),
  authorizePayment: tell.authorize(1),
  recordPayment: tell.record(1),
  capturePayment: tell.capture(),
  voidPayment: tell.void(),
  refundPayment: tell.refund(),
  settlePayment: tell.settle(1),
  createFulfillment: tell.fulfill([units("line-1", 1)]),
  packFulfillment: tell.pack(),
  shipFulfillment: tell.ship(),
  deliverFulfillment: tell.deliver(),
  cancelFulfillment: tell.cancelFulfillment(),
  trackFulfillment: tell.track([]),
  requestReturn: tell.requestReturn([units("line-1", 1)]),
  approveReturn: tell.approve(),
  rejectReturn: tell.reject(),
  cancelReturn: tell.cancelReturn(),
  receiveReturn: tell.receive([receipt("line-1", 1)]),
  closeReturn: tell.closeReturn(),
  createExchange: tell.exchange([units("line-1", 1)], [customLine(1, 1, { id: "line-3" })]),
};
const pairs = statuses.flatMap((status) =>
  orderCommandTypes.map((command) => ({ status, command })),
);

describe("the lifecycle table", () => {
  it("has a row for every status, and each command somewhere", () => {
    expect(Object.keys(lifecycle)).toEqual(statuses);
    expect(new Set(Object.values(lifecycle).flatMap(Object.keys))).toEqual(
      new Set(orderCommandTypes),
    );
  });

  it.each(pairs)(
    "$status × $command: decide refuses for the status exactly when the table does",
    ({ status, command }) => {
      const decision = decide(orders[status], one[command]);
      const refusal = statusForbids(status, command);
      if (permits(status, command))
        expect(decision.isErr() ? decision.error.type : "").not.toBe("StatusForbidsCommand");
      else expect(decision._unsafeUnwrapErr()).toEqual(refusal);
      expect(refusal.allowedIn.includes(status)).toBe(permits(status, command));
    },
  );

  it.each(orderStatuses)(
    "%s: allowedActions refuses for the status exactly when the table does",
    (status) => {
      for (const permission of allowedActions(orders[status]))
        expect(!permission.allowed && permission.because.type === "StatusForbidsCommand").toBe(
          !permits(status, permission.command),
        );
    },
  );
});

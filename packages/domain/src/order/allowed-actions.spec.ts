import { describe, expect, it } from "vitest";
import { receipt, tell, units } from "../testing/commands.ts";
import { draftOrder } from "../testing/drafts.ts";
import { cancelOrder, customLine, later } from "../testing/fixtures.ts";
import {
  completed,
  confirmed,
  delivered,
  orderAfter,
  paid,
  shipped,
  smallOrder,
} from "../testing/history.ts";
import { allowedActions, allowedCommands } from "./allowed-actions.ts";
import { orderCommandTypes } from "./order-command-types.ts";
import type { OrderCommand, OrderCommandType } from "./order-command.ts";

const permission = (commands: readonly OrderCommand[], command: OrderCommandType) =>
  allowedActions(orderAfter(...commands)).find((candidate) => candidate.command === command);
const allowed = (commands: readonly OrderCommand[]): readonly string[] =>
  allowedCommands(orderAfter(...commands));

const edit = tell.propose([{ type: "add_line", line: customLine(1, 1, { id: "line-3" }) }]);
const authorized = [smallOrder(), tell.authorize(2500), tell.settle(1)];
const unknown = [...authorized, tell.capture(1), tell.settle(2, "unknown")];

describe("allowedActions", () => {
  it("answers for every command, in one order", () => {
    expect(allowedActions(orderAfter(smallOrder())).map(({ command }) => command)).toEqual(
      orderCommandTypes,
    );
  });

  it.each([
    ["a draft", [draftOrder()], "updateDraft placeDraft cancel changeDetails archive"],
    ["an empty draft", [draftOrder({ lines: [] })], "updateDraft cancel changeDetails archive"],
    [
      "a pending order",
      [smallOrder()],
      "confirm cancel cancelLines placeHold proposeEdit addCreditLine changeDetails archive authorizePayment recordPayment",
    ],
    [
      "a completed order",
      completed,
      "proposeEdit addCreditLine changeDetails archive authorizePayment recordPayment refundPayment trackFulfillment requestReturn createExchange",
    ],
    [
      "a canceled order",
      [smallOrder(), cancelOrder(), tell.archive()],
      "changeDetails unarchive recordPayment",
    ],
  ])("lists for %s what it takes", (_, commands, expected) => {
    expect(allowed(commands)).toEqual(expected.split(" "));
  });

  const reasons: [OrderCommandType, string, readonly OrderCommand[]][] = [
    ["confirm", "StatusForbidsCommand", confirmed],
    ["confirm", "OrderIsOnHold", [smallOrder(), tell.hold()]],
    ["confirm", "PaymentDoesNotCoverTotal", [smallOrder({ terms: { paymentTerms: "prepaid" } })]],
    ["placeDraft", "OrderNeedsALine", [draftOrder({ lines: [] })]],
    ["expire", "OrderHasNoDeadline", [smallOrder()]],
    ["cancel", "UnitsHaveShipped", shipped],
    ["cancel", "PaymentOutcomeIsUnknown", unknown],
    ["cancelLines", "NoUnitCanBeCanceled", shipped],
    ["complete", "UnitsAreNotDelivered", confirmed],
    ["complete", "BalanceIsNotZero", delivered],
    [
      "complete",
      "EditIsOpen",
      [
        ...paid,
        tell.propose([
          { type: "add_shipping_line", shippingLine: { title: "x", amount: 1, taxRate: 0 } },
        ]),
      ],
    ],
    ["releaseHold", "NoHoldIsOpen", [smallOrder(), tell.hold(), tell.release()]],
    ["proposeEdit", "EditIsOpen", [smallOrder(), edit]],
    ["confirmEdit", "NoEditIsOpen", [smallOrder()]],
    ["confirmEdit", "EditIsStale", [smallOrder(), edit, tell.hold()]],
    ["declineEdit", "NoEditIsOpen", [smallOrder(), edit, tell.declineEdit()]],
    ["addCreditLine", "NothingIsLeftToCredit", [smallOrder(), tell.credit(2500)]],
    ["archive", "OrderIsArchived", [smallOrder(), tell.archive()]],
    ["unarchive", "OrderIsNotArchived", [smallOrder()]],
    ["authorizePayment", "PaymentOutcomeIsUnknown", unknown],
    ["capturePayment", "NothingIsLeftToCapture", [smallOrder()]],
    ["capturePayment", "PaymentOutcomeIsUnknown", unknown],
    ["voidPayment", "NothingIsLeftToVoid", [...authorized, tell.void()]],
    ["refundPayment", "NothingIsLeftToRefund", authorized],
    ["settlePayment", "NoOperationAwaitsItsOutcome", authorized],
    ["createFulfillment", "NoUnitCanBeFulfilled", shipped],
    ["createFulfillment", "OrderIsOnHold", [...confirmed, tell.hold()]],
    ["packFulfillment", "FulfillmentStatusForbids", confirmed],
    [
      "packFulfillment",
      "OrderIsOnHold",
      [...confirmed, tell.fulfill([units("line-1", 1)]), tell.hold()],
    ],
    ["shipFulfillment", "FulfillmentStatusForbids", shipped],
    [
      "shipFulfillment",
      "OrderIsOnHold",
      [...confirmed, tell.fulfill([units("line-1", 1)]), tell.hold()],
    ],
    ["deliverFulfillment", "FulfillmentStatusForbids", delivered],
    ["cancelFulfillment", "FulfillmentStatusForbids", shipped],
    ["trackFulfillment", "FulfillmentStatusForbids", confirmed],
    ["requestReturn", "NoUnitCanBeReturned", shipped],
    ["createExchange", "NoUnitCanBeReturned", shipped],
    ["approveReturn", "ReturnStatusForbids", delivered],
    ["rejectReturn", "ReturnStatusForbids", delivered],
    ["cancelReturn", "ReturnStatusForbids", delivered],
    [
      "receiveReturn",
      "ReturnStatusForbids",
      [...delivered, tell.requestReturn([units("line-1", 1)])],
    ],
    [
      "closeReturn",
      "ReturnStatusForbids",
      [...delivered, tell.requestReturn([units("line-1", 1)])],
    ],
  ];
  it.each(reasons)("says why not: %s because %s", (command, because, commands) => {
    expect(permission(commands, command)).toMatchObject({
      allowed: false,
      because: { type: because },
    });
  });

  it("lists what one payment still takes while another's outcome is unknown", () => {
    const second = [
      ...unknown,
      tell.settle(2, "failed"),
      tell.authorize(7, { id: "payment-2" }),
      tell.settle(1, "succeeded", "payment-2"),
      tell.capture(1),
      tell.settle(3, "unknown"),
    ];
    expect(allowed(second)).toEqual(expect.arrayContaining(["capturePayment", "voidPayment"]));
    expect(allowed(second)).toContain("settlePayment");
  });

  it("lists settling while any operation of any payment awaits its outcome", () => {
    const waiting = [...authorized, tell.record(1, { id: "payment-2" }), tell.capture(1)];
    expect(allowed(waiting)).toContain("settlePayment");
  });

  it("keeps the last unit from going while a payment's outcome is unknown", () => {
    const last = [
      ...unknown.slice(0, 1),
      tell.cancelLines(units("line-1", 2)),
      ...unknown.slice(1),
    ];
    expect(permission(last, "cancelLines")).toMatchObject({
      allowed: false,
      because: { type: "PaymentOutcomeIsUnknown" },
    });
    expect(allowed(unknown)).toContain("cancelLines");
    expect(allowed([smallOrder(), tell.cancelLines(units("line-1", 2))])).toContain("cancelLines");
  });

  it("lists a command again once nothing stands in its way", () => {
    expect(allowed([smallOrder({ expiresAt: later })])).toContain("expire");
    expect(allowed([...authorized])).toEqual(
      expect.arrayContaining(["capturePayment", "voidPayment"]),
    );
    expect(allowed(paid)).toContain("refundPayment");
    expect(allowed(paid)).toContain("complete");
    const back = [...paid, tell.requestReturn([units("line-1", 1)])];
    expect(allowed(back)).toEqual(
      expect.arrayContaining(["approveReturn", "rejectReturn", "cancelReturn"]),
    );
    expect(allowed([...back, tell.approve(), tell.receive([receipt("line-1", 1)])])).toContain(
      "closeReturn",
    );
  });
});

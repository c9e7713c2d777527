import type { EditOperation } from "../order/edits/edit.ts";
import type { LineInput } from "../order/line-input.ts";
import type { OrderCommand, OrderCommandType } from "../order/order-command.ts";
import type { DetailChanges } from "../order/order-details.ts";
import type { LineQuantity } from "../order/order-line.ts";
import type { ReceiptLine } from "../order/returns/return.ts";
import {
  CreditLineId,
  EditId,
  ExchangeId,
  FulfillmentId,
  HoldId,
  LineId,
  PaymentId,
  ReturnId,
} from "../shared/ids.ts";
import { clerk, later } from "./fixtures.ts";

type CommandOf<T extends OrderCommandType> = Extract<OrderCommand, { readonly type: T }>;

const meta = { at: later, actor: clerk };
const payment = (id = "payment-1") => ({ paymentId: PaymentId(id) });
const shipment = (id = "fulfillment-1") => ({ fulfillmentId: FulfillmentId(id) });
const ret = (id = "return-1") => ({ returnId: ReturnId(id) });

export const units = (lineId: string, quantity: number): LineQuantity => ({
  lineId: LineId(lineId),
  quantity,
});
export const receipt = (
  lineId: string,
  quantity: number,
  disposition: ReceiptLine["disposition"] = "restock",
): ReceiptLine => ({ ...units(lineId, quantity), disposition });

const back = (lines: readonly LineQuantity[]) => lines.map((line) => ({ ...line, reason: null }));

type Money = { capture?: boolean; id?: string };

/** Commands by an example clerk, with the least that a spec has to say. */
export const tell = {
  confirm: (): CommandOf<"confirm"> => ({ type: "confirm", ...meta }),
  expire: (at = later): CommandOf<"expire"> => ({ type: "expire", ...meta, at }),
  cancelLines: (...lines: readonly LineQuantity[]): CommandOf<"cancelLines"> => ({
    type: "cancelLines",
    ...meta,
    lines,
    reason: "sold out",
  }),
  complete: (): CommandOf<"complete"> => ({ type: "complete", ...meta }),
  hold: (id = "hold-1"): CommandOf<"placeHold"> => ({
    type: "placeHold",
    ...meta,
    holdId: HoldId(id),
    reason: "fraud check",
  }),
  release: (id = "hold-1"): CommandOf<"releaseHold"> => ({
    type: "releaseHold",
    ...meta,
    holdId: HoldId(id),
  }),
  propose: (operations: readonly EditOperation[], id = "edit-1"): CommandOf<"proposeEdit"> => ({
    type: "proposeEdit",
    ...meta,
    editId: EditId(id),
    operations,
    reason: null,
  }),
  confirmEdit: (id = "edit-1"): CommandOf<"confirmEdit"> => ({
    type: "confirmEdit",
    ...meta,
    editId: EditId(id),
  }),
  declineEdit: (id = "edit-1"): CommandOf<"declineEdit"> => ({
    type: "declineEdit",
    ...meta,
    editId: EditId(id),
  }),
  credit: (amount: number, id = "credit-1"): CommandOf<"addCreditLine"> => ({
    type: "addCreditLine",
    ...meta,
    creditLineId: CreditLineId(id),
    amount,
    reason: "late",
  }),
  change: (changes: DetailChanges): CommandOf<"changeDetails"> => ({
    type: "changeDetails",
    ...meta,
    changes,
  }),
  archive: (): CommandOf<"archive"> => ({ type: "archive", ...meta }),
  unarchive: (): CommandOf<"unarchive"> => ({ type: "unarchive", ...meta }),
  authorize: (
    amount: number,
    { capture = false, id }: Money = {},
  ): CommandOf<"authorizePayment"> => ({
    type: "authorizePayment",
    ...meta,
    ...payment(id),
    amount,
    provider: "simulated",
    reference: null,
    capture,
  }),
  record: (amount: number, { capture = true, id }: Money = {}): CommandOf<"recordPayment"> => ({
    type: "recordPayment",
    ...meta,
    ...payment(id),
    amount,
    provider: "manual",
    reference: "receipt 7",
    capture,
  }),
  capture: (amount: number | null = null, id?: string): CommandOf<"capturePayment"> => ({
    type: "capturePayment",
    ...meta,
    ...payment(id),
    amount,
  }),
  void: (id?: string): CommandOf<"voidPayment"> => ({
    type: "voidPayment",
    ...meta,
    ...payment(id),
  }),
  refund: (
    amount: number | null = null,
    id?: string,
    creditLineId = "credit-of-refund",
  ): CommandOf<"refundPayment"> => ({
    type: "refundPayment",
    ...meta,
    ...payment(id),
    amount,
    creditLineId: CreditLineId(creditLineId),
  }),
  settle: (
    operation: number,
    outcome: CommandOf<"settlePayment">["outcome"] = "succeeded",
    id?: string,
  ): CommandOf<"settlePayment"> => ({
    type: "settlePayment",
    ...meta,
    ...payment(id),
    operation,
    outcome,
    reference: null,
    failure: outcome === "succeeded" ? null : outcome,
  }),
  fulfill: (lines: readonly LineQuantity[], id?: string): CommandOf<"createFulfillment"> => ({
    type: "createFulfillment",
    ...meta,
    ...shipment(id),
    lines,
    carrier: null,
    trackingNumbers: [],
  }),
  pack: (id?: string): CommandOf<"packFulfillment"> => ({
    type: "packFulfillment",
    ...meta,
    ...shipment(id),
  }),
  ship: (id?: string): CommandOf<"shipFulfillment"> => ({
    type: "shipFulfillment",
    ...meta,
    ...shipment(id),
  }),
  deliver: (id?: string): CommandOf<"deliverFulfillment"> => ({
    type: "deliverFulfillment",
    ...meta,
    ...shipment(id),
  }),
  cancelFulfillment: (id?: string): CommandOf<"cancelFulfillment"> => ({
    type: "cancelFulfillment",
    ...meta,
    ...shipment(id),
  }),
  track: (trackingNumbers: readonly string[], id?: string): CommandOf<"trackFulfillment"> => ({
    type: "trackFulfillment",
    ...meta,
    ...shipment(id),
    carrier: "Post",
    trackingNumbers,
  }),
  requestReturn: (lines: readonly LineQuantity[], id?: string): CommandOf<"requestReturn"> => ({
    type: "requestReturn",
    ...meta,
    ...ret(id),
    lines: back(lines),
  }),
  approve: (id?: string): CommandOf<"approveReturn"> => ({
    type: "approveReturn",
    ...meta,
    ...ret(id),
  }),
  reject: (id?: string): CommandOf<"rejectReturn"> => ({
    type: "rejectReturn",
    ...meta,
    ...ret(id),
    reason: "worn",
  }),
  cancelReturn: (id?: string): CommandOf<"cancelReturn"> => ({
    type: "cancelReturn",
    ...meta,
    ...ret(id),
  }),
  receive: (lines: readonly ReceiptLine[], id?: string): CommandOf<"receiveReturn"> => ({
    type: "receiveReturn",
    ...meta,
    ...ret(id),
    lines,
  }),
  closeReturn: (id?: string): CommandOf<"closeReturn"> => ({
    type: "closeReturn",
    ...meta,
    ...ret(id),
  }),
  exchange: (
    lines: readonly LineQuantity[],
    replacements: readonly LineInput[],
    id = "exchange-1",
  ): CommandOf<"createExchange"> => ({
    type: "createExchange",
    ...meta,
    ...ret(),
    exchangeId: ExchangeId(id),
    lines: back(lines),
    replacements,
  }),
};

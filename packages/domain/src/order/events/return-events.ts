import type { ExchangeId, ReturnId } from "../../shared/ids.ts";
import type { PricedLine } from "../order-line.ts";
import type { ReceiptLine, ReturnRequestLine } from "../returns/return.ts";
import type { EventBase } from "./event-base.ts";

interface ReturnEventBase extends EventBase {
  readonly returnId: ReturnId;
}
export interface ReturnRequested extends ReturnEventBase {
  readonly type: "return.requested";
  readonly lines: readonly ReturnRequestLine[];
}
export interface ReturnApproved extends ReturnEventBase {
  readonly type: "return.approved";
}
export interface ReturnRejected extends ReturnEventBase {
  readonly type: "return.rejected";
  readonly reason: string | null;
}
export interface ReturnCanceled extends ReturnEventBase {
  readonly type: "return.canceled";
}
export interface ReturnReceived extends ReturnEventBase {
  readonly type: "return.received";
  readonly lines: readonly ReceiptLine[];
}
export interface ReturnClosed extends ReturnEventBase {
  readonly type: "return.closed";
}
export interface ExchangeCreated extends ReturnEventBase {
  readonly type: "order.exchange_created";
  readonly exchangeId: ExchangeId;
  readonly replacements: readonly PricedLine[];
}

export type ReturnEvent =
  | ReturnRequested
  | ReturnApproved
  | ReturnRejected
  | ReturnCanceled
  | ReturnReceived
  | ReturnClosed
  | ExchangeCreated;

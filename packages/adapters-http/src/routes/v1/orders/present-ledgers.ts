import {
  type CreditLine,
  type Edit,
  type Exchange,
  type Fulfillment,
  type Hold,
  type LineQuantity,
  type Payment,
  paymentSums,
  type Return,
} from "@ordo/domain";
import { presentNullableTimestamp, presentTimestamp } from "../../../schemas/timestamp.ts";
import type { OrderResource } from "./order-schema.ts";
import { presentPricedLine, presentShippingLine } from "./present-contents.ts";

type Shown<K extends keyof OrderResource> = OrderResource[K] extends (infer T)[] ? T : never;

export const presentPayment = (payment: Payment): Shown<"payments"> => {
  const sums = paymentSums(payment);
  return {
    id: payment.id,
    provider: payment.provider,
    reference: payment.reference,
    amount: payment.amount,
    capture: payment.capture,
    authorized: sums.authorized - sums.captured - sums.voided,
    captured: sums.captured,
    refunded: sums.refunded,
    voided: sums.voided,
    operations: payment.operations.map((operation) => ({
      number: operation.number,
      type: operation.type,
      amount: operation.amount,
      status: operation.status,
      requestedAt: presentTimestamp(operation.requestedAt),
      settledAt: presentNullableTimestamp(operation.settledAt),
      failure: operation.failure,
    })),
    createdAt: presentTimestamp(payment.createdAt),
  };
};

export const presentFulfillment = (fulfillment: Fulfillment): Shown<"fulfillments"> => ({
  id: fulfillment.id,
  status: fulfillment.status,
  lines: fulfillment.lines.map(presentLineQuantity),
  carrier: fulfillment.carrier,
  trackingNumbers: [...fulfillment.trackingNumbers],
  createdAt: presentTimestamp(fulfillment.createdAt),
  updatedAt: presentTimestamp(fulfillment.updatedAt),
});

export const presentReturn = (found: Return): Shown<"returns"> => ({
  id: found.id,
  status: found.status,
  lines: found.lines.map((line) => ({
    lineId: line.lineId,
    quantity: line.quantity,
    reason: line.reason,
    restocked: line.restocked,
    writtenOff: line.writtenOff,
    dismissed: line.dismissed,
  })),
  createdAt: presentTimestamp(found.createdAt),
  updatedAt: presentTimestamp(found.updatedAt),
});

export const presentExchange = (exchange: Exchange): Shown<"exchanges"> => ({
  id: exchange.id,
  returnId: exchange.returnId,
  replacementLineIds: [...exchange.replacementLineIds],
  createdAt: presentTimestamp(exchange.createdAt),
});

export const presentEdit = (edit: Edit): Shown<"edits"> => ({
  id: edit.id,
  status: edit.status,
  reason: edit.reason,
  baseVersion: edit.baseVersion,
  addedLines: edit.addedLines.map(presentPricedLine),
  addedShippingLines: edit.addedShippingLines.map(presentShippingLine),
  canceledLines: edit.canceledLines.map(presentLineQuantity),
  newTotal: edit.newTotal,
  difference: edit.difference,
  createdAt: presentTimestamp(edit.createdAt),
  updatedAt: presentTimestamp(edit.updatedAt),
});

export const presentHold = (hold: Hold): Shown<"holds"> => ({
  id: hold.id,
  reason: hold.reason,
  placedAt: presentTimestamp(hold.placedAt),
  releasedAt: presentNullableTimestamp(hold.releasedAt),
});

export const presentCreditLine = (line: CreditLine): Shown<"creditLines"> => ({
  id: line.id,
  amount: line.amount,
  reason: line.reason,
  createdAt: presentTimestamp(line.createdAt),
});

const presentLineQuantity = ({ lineId, quantity }: LineQuantity) => ({ lineId, quantity });

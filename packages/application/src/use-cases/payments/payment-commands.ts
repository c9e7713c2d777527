import { CreditLineId } from "@ordo/domain";
import type { CapturePayment, RefundPayment, VoidPayment } from "../../ports/input/payments.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";

const customers = staffOnly("move money");

export const makeCapturePayment = (ports: CommandPorts): CapturePayment =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ paymentId, amount }, { at, actor }) =>
      ready({ type: "capturePayment", at, actor, paymentId, amount }),
  });

export const makeRefundPayment = (ports: CommandPorts): RefundPayment =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ paymentId, amount }, { at, actor, newId }) => {
      const creditLineId = CreditLineId(newId());
      return ready({ type: "refundPayment", at, actor, paymentId, amount, creditLineId });
    },
  });

export const makeVoidPayment = (ports: CommandPorts): VoidPayment =>
  makeOrderCommand(ports, {
    customers,
    prepare: ({ paymentId }, { at, actor }) => ready({ type: "voidPayment", at, actor, paymentId }),
  });

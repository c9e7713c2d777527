import type { PaymentCommand } from "../commands/payment-commands.ts";
import type { Decision } from "../decision.ts";
import { authorizePayment } from "../decisions/authorize-payment.ts";
import { capturePayment } from "../decisions/capture-payment.ts";
import { recordPayment } from "../decisions/record-payment.ts";
import { refundPayment } from "../decisions/refund-payment.ts";
import { settlePayment } from "../decisions/settle-payment.ts";
import { voidPayment } from "../decisions/void-payment.ts";
import { takes } from "../lifecycle.ts";
import type { Order } from "../order.ts";
import { refuse } from "./refuse.ts";

export const decidePayments = (order: Order | undefined, command: PaymentCommand): Decision => {
  switch (command.type) {
    case "authorizePayment":
      return takes(order, command.type) ? authorizePayment(order, command) : refuse(order, command);
    case "recordPayment":
      return takes(order, command.type) ? recordPayment(order, command) : refuse(order, command);
    case "capturePayment":
      return takes(order, command.type) ? capturePayment(order, command) : refuse(order, command);
    case "voidPayment":
      return takes(order, command.type) ? voidPayment(order, command) : refuse(order, command);
    case "refundPayment":
      return takes(order, command.type) ? refundPayment(order, command) : refuse(order, command);
    case "settlePayment":
      return takes(order, command.type) ? settlePayment(order, command) : refuse(order, command);
  }
};

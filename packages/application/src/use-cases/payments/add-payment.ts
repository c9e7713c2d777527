import { type Order, orderTotals, PaymentId } from "@ordo/domain";
import { err, ok } from "neverthrow";
import type { AddPayment } from "../../ports/input/payments.ts";
import { staffOnly } from "../customer-permission.ts";
import { type CommandPorts, makeOrderCommand } from "../make-order-command.ts";
import { ready } from "../order-command.ts";
import { MANUAL } from "./manual-provider.ts";

export const makeAddPayment = (ports: CommandPorts): AddPayment =>
  makeOrderCommand(ports, {
    customers: staffOnly("move money"),
    prepare: ({ amount, provider, reference, capture }, { at, actor, newId }) => {
      const known = ports.payments.names;
      if (!known.includes(provider))
        return err({ type: "UnknownPaymentProvider", path: ["provider"], provider, known });

      const paymentId = PaymentId(newId());
      const type = provider === MANUAL ? "recordPayment" : "authorizePayment";
      const payment = { type, at, actor, paymentId, provider, reference, capture } as const;
      return ready((order) => ok([{ ...payment, amount: amount ?? stillOwed(order) }]), paymentId);
    },
  });

/** What is neither paid nor promised yet; 0 when nothing is, which the domain refuses. */
const stillOwed = (order: Order): number => {
  const { balance, authorized } = orderTotals(order);
  return Math.max(0, balance - authorized);
};

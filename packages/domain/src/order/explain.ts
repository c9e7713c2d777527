import type { Amount } from "../money/amount.ts";
import {
  fulfillmentFacts,
  fulfillmentRules,
  fulfillmentStatus,
} from "./fulfillments/fulfillment-status.ts";
import { orderTotals } from "./order-totals.ts";
import type { Order } from "./order.ts";
import { paymentFacts, paymentRules, paymentStatus } from "./payments/payment-status.ts";

/** One figure of a derivation: minor units or units, signed as it enters the result. */
export interface Step {
  readonly label: string;
  readonly amount: number;
}

/** Why a figure is what it is: its steps sum to it. */
export interface SumExplanation {
  readonly subject: "total" | "balance";
  readonly result: Amount;
  readonly steps: readonly Step[];
}

/** Why a status is what it is: the facts, and the first rule that they meet. */
export interface StatusExplanation {
  readonly subject: "paymentStatus" | "fulfillmentStatus";
  readonly result: string;
  readonly facts: readonly Step[];
  /** The rules tried, in order; only the last one holds. */
  readonly tried: readonly { readonly status: string; readonly condition: string }[];
}

export type Explanation = SumExplanation | StatusExplanation;

/** Derives a total or a status of the order step by step, so that anyone can follow it. */
export function explain(order: Order, subject: SumExplanation["subject"]): SumExplanation;
export function explain(order: Order, subject: StatusExplanation["subject"]): StatusExplanation;
export function explain(order: Order, subject: Explanation["subject"]): Explanation {
  switch (subject) {
    case "total":
      return { subject, result: orderTotals(order).current, steps: totalSteps(order) };
    case "balance":
      return { subject, result: orderTotals(order).balance, steps: balanceSteps(order) };
    case "paymentStatus":
      return {
        subject,
        result: paymentStatus(order),
        facts: stepsOf(paymentFacts(order)),
        tried: triedRules(paymentRules, paymentFacts(order), "unpaid"),
      };
    case "fulfillmentStatus":
      return {
        subject,
        result: fulfillmentStatus(order),
        facts: stepsOf(fulfillmentFacts(order)),
        tried: triedRules(fulfillmentRules, fulfillmentFacts(order), "unfulfilled"),
      };
  }
}

const totalSteps = (order: Order): readonly Step[] => {
  const { subtotal, discount, shipping, tax, canceled, returned, credited } = orderTotals(order);
  return [
    { label: "subtotal of the lines", amount: subtotal },
    // 0 − x, since −x would make a −0 of nothing.
    { label: "discounts", amount: 0 - discount },
    { label: "shipping", amount: shipping },
    // Inclusive prices contain their tax already.
    ...(order.taxMode === "exclusive" ? [{ label: "tax", amount: tax }] : []),
    { label: "canceled", amount: 0 - canceled },
    { label: "returned", amount: 0 - returned },
    { label: "credit lines", amount: 0 - credited },
  ];
};

const balanceSteps = (order: Order): readonly Step[] => {
  const { current, captured, refunded } = orderTotals(order);
  return [
    { label: "what the order costs now", amount: current },
    { label: "captured", amount: 0 - captured },
    { label: "refunded", amount: refunded },
  ];
};

const stepsOf = (facts: object): readonly Step[] =>
  Object.entries(facts).map(([label, amount]) => ({ label, amount: Number(amount) }));

interface Rule<F> {
  readonly status: string;
  readonly condition: string;
  readonly holds: (facts: F) => boolean;
}

const triedRules = <F>(
  rules: readonly Rule<F>[],
  facts: F,
  otherwise: string,
): StatusExplanation["tried"] => {
  const match = rules.findIndex((rule) => rule.holds(facts));
  const tried = match < 0 ? rules : rules.slice(0, match + 1);
  return [
    ...tried.map(({ status, condition }) => ({ status, condition })),
    ...(match < 0 ? [{ status: otherwise, condition: "else" }] : []),
  ];
};

import type { AddPayment, CapturePayment, RefundPayment, VoidPayment } from "@ordo/application";
import { PaymentId } from "@ordo/domain";
import { z } from "zod";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { amount } from "../../../schemas/money.ts";
import { text } from "../../../schemas/text.ts";
import {
  emptyBody,
  emptyExamples,
  expectedVersion,
  itemCommandParts,
  orderCommand,
} from "../orders/order-command.ts";
import { orderParams } from "../orders/order-schema.ts";

export const paymentParams = orderParams.extend({
  paymentId: identifier.meta({ description: "The payment's id.", examples: [exampleId] }),
});

const payment = z
  .strictObject({
    amount: amount
      .min(1)
      .nullish()
      .meta({ description: "Minor units; what is still owed when left out." }),
    provider: text({ max: 50 }).default("manual").meta({
      description: "`manual` records what happened elsewhere.",
      default: "manual",
    }),
    reference: text({ max: 250 }).nullish().meta({
      description: "The provider's own name for the payment, or what it needs to make one.",
    }),
    capture: z
      .boolean()
      .default(false)
      .meta({ description: "Take the money at once?", default: false }),
    expectedVersion,
  })
  .meta({ id: "NewPayment" })
  .optional();

export const addPayment = (useCase: AddPayment) =>
  orderCommand({
    useCase,
    path: "/payments",
    operationId: "addPayment",
    tag: "Payments",
    summary: "Authorize or record a payment",
    description:
      "Asks the provider to promise the money and, with capture, to take it. A declined card is no refusal: the payment's operations tell what came of it.",
    scope: "payments:write",
    input: z.object({ ...itemCommandParts, params: orderParams, body: payment }),
    examples: {
      cash: { summary: "Paid elsewhere, in full", value: { provider: "manual", capture: true } },
    },
    success: "The order with the payment. Location names the payment.",
    problems: [
      "unknown-payment-provider",
      "payment-outcome-unknown",
      "invalid-amount",
      "too-many-items",
    ],
    toCommand: (target, { body }) => ({
      ...target,
      amount: body?.amount ?? null,
      provider: body?.provider ?? "manual",
      reference: body?.reference ?? null,
      capture: body?.capture ?? false,
    }),
    location: (_input, subject) => `/payments/${subject}`,
  });

const part = z
  .strictObject({
    amount: amount
      .min(1)
      .nullish()
      .meta({ description: "Minor units; all that is left when left out." }),
  })
  .meta({ id: "PaymentAmount" })
  .optional();

const amountInput = z.object({ ...itemCommandParts, params: paymentParams, body: part });
const amountExamples = {
  part: { summary: "Five euros", value: { amount: 500 } },
  all: { summary: "All that is left", value: {} },
};
const paymentHref = ({ params }: { readonly params: { readonly paymentId: string } }) =>
  `/payments/${params.paymentId}`;

export const capturePayment = (useCase: CapturePayment) =>
  orderCommand({
    useCase,
    path: "/payments/:paymentId/captures",
    operationId: "capturePayment",
    tag: "Payments",
    summary: "Capture a payment",
    description: "Takes authorized money, whole or part.",
    scope: "payments:capture",
    input: amountInput,
    examples: amountExamples,
    success: "The order; the payment's operations tell whether the money was taken.",
    problems: [
      "nothing-to-capture",
      "over-capture",
      "payment-outcome-unknown",
      "invalid-amount",
      "too-many-items",
    ],
    toCommand: (target, { params, body }) => ({
      ...target,
      paymentId: PaymentId(params.paymentId),
      amount: body?.amount ?? null,
    }),
    location: paymentHref,
  });

export const refundPayment = (useCase: RefundPayment) =>
  orderCommand({
    useCase,
    path: "/payments/:paymentId/refunds",
    operationId: "refundPayment",
    tag: "Payments",
    summary: "Refund a payment",
    description:
      "Gives captured money back, whole or part. What of it was not paid beyond what the order costs now lowers that by a credit line.",
    scope: "payments:refund",
    input: amountInput,
    examples: amountExamples,
    success: "The order; the payment's operations tell whether the money went back.",
    problems: [
      "nothing-to-refund",
      "over-refund",
      "payment-outcome-unknown",
      "invalid-amount",
      "too-many-items",
    ],
    toCommand: (target, { params, body }) => ({
      ...target,
      paymentId: PaymentId(params.paymentId),
      amount: body?.amount ?? null,
    }),
    location: paymentHref,
  });

export const voidPayment = (useCase: VoidPayment) =>
  orderCommand({
    useCase,
    path: "/payments/:paymentId/cancellation",
    operationId: "voidPayment",
    tag: "Payments",
    summary: "Void a payment",
    description: "Gives up what is authorized and not captured.",
    scope: "payments:write",
    input: z.object({ ...itemCommandParts, params: paymentParams, body: emptyBody }),
    examples: emptyExamples,
    success: "The order; the payment's operations tell whether it was voided.",
    problems: ["nothing-to-void", "payment-outcome-unknown", "too-many-items"],
    toCommand: (target, { params }) => ({ ...target, paymentId: PaymentId(params.paymentId) }),
    location: paymentHref,
  });

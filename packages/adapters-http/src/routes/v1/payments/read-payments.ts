import type { GetOrder, GetPayment } from "@ordo/application";
import { OrderId, PaymentId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { paymentResource } from "../orders/ledger-schemas.ts";
import { presentPayment } from "../orders/present-ledgers.ts";
import { prefix } from "../prefix.ts";
import { listOrderParts } from "../read-order-parts.ts";
import { paymentParams } from "./payments.ts";

export const listPayments = (useCase: GetOrder) =>
  listOrderParts(useCase, {
    collection: "payments",
    operationId: "listPayments",
    tag: "Payments",
    summary: "List an order's payments",
    description: "Every payment of the order with its operations.",
    scope: "payments:read",
    schema: paymentResource,
    present: ({ payments }) => payments.map(presentPayment),
  });

export const getPayment = (useCase: GetPayment) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/:orderId/payments/:paymentId`,
    operationId: "getPayment",
    tag: "Payments",
    summary: "Read a payment",
    description: "One payment with its operations. Its ETag is that of its order.",
    scope: "payments:read",
    cacheControl: "no-store",
    input: z.object({ params: paymentParams, query: nothing, headers: readHeaders }),
    success: {
      status: 200,
      description: "The payment.",
      schema: paymentResource,
      headers: ["ETag"],
    },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(
        await useCase(
          { orderId: OrderId(params.orderId), paymentId: PaymentId(params.paymentId) },
          context,
        ),
        ({ order, payment }) => ({ body: presentPayment(payment), version: order.version }),
      ),
  });

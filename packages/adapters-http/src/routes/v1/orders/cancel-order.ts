import type { CancelOrder } from "@ordo/application";
import { limits, OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, writeHeaders } from "../../../operation/request-input.ts";
import { text } from "../../../schemas/text.ts";
import { prefix } from "../prefix.ts";
import { orderHref } from "./order-actions.ts";
import { orderParams, orderResource } from "./order-schema.ts";
import { presentOrder } from "./present-order.ts";

const cancellation = z
  .strictObject({
    reason: text({ max: limits.reasonLength }),
    note: text({ min: 0, max: limits.noteLength }).nullish(),
    expectedVersion: z
      .int()
      .min(1)
      .nullish()
      .meta({ description: "The version you read. The order is left alone when it has moved on." }),
  })
  .meta({ id: "NewCancellation" });

export const cancelOrder = (useCase: CancelOrder) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/orders/:orderId/cancellation`,
    operationId: "cancelOrder",
    tag: "Orders",
    summary: "Cancel an order",
    description: "Ends an order of which nothing has shipped, and releases its stock.",
    scope: "orders:cancel",
    cacheControl: "no-store",
    input: z.object({
      params: orderParams,
      query: nothing,
      headers: writeHeaders,
      body: cancellation,
    }),
    examples: {
      cancellation: {
        summary: "The buyer changed their mind",
        value: { reason: "customer request" },
      },
    },
    success: {
      status: 201,
      description: "The order as canceled. Location names the cancellation.",
      schema: orderResource,
      headers: ["Location", "ETag", "Idempotent-Replayed", "Preference-Applied"],
    },
    problems: [
      "not-found",
      "not-allowed-in-status",
      "stale-version",
      "idempotency-key-in-use",
      "idempotency-key-reused",
    ],
    handle: async ({ params, body }, context) =>
      answerWrite(
        await useCase(
          {
            orderId: OrderId(params.orderId),
            reason: body.reason,
            note: body.note ?? null,
            expectedVersion: body.expectedVersion ?? null,
          },
          context,
        ),
        (order) => ({
          body: presentOrder(order),
          version: order.version,
          location: `${orderHref(order)}/cancellation`,
        }),
      ),
  });

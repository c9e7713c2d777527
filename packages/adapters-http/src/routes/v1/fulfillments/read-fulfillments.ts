import type { GetFulfillment, GetOrder } from "@ordo/application";
import { FulfillmentId, OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { fulfillmentResource } from "../orders/ledger-schemas.ts";
import { presentFulfillment } from "../orders/present-ledgers.ts";
import { prefix } from "../prefix.ts";
import { listOrderParts } from "../read-order-parts.ts";
import { fulfillmentParams } from "./fulfillments.ts";

export const listFulfillments = (useCase: GetOrder) =>
  listOrderParts(useCase, {
    collection: "fulfillments",
    operationId: "listFulfillments",
    tag: "Fulfillments",
    summary: "List an order's fulfillments",
    description: "Every fulfillment of the order, the canceled ones too.",
    scope: "fulfillments:read",
    schema: fulfillmentResource,
    present: ({ fulfillments }) => fulfillments.map(presentFulfillment),
  });

export const getFulfillment = (useCase: GetFulfillment) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/:orderId/fulfillments/:fulfillmentId`,
    operationId: "getFulfillment",
    tag: "Fulfillments",
    summary: "Read a fulfillment",
    description: "One fulfillment. Its ETag is that of its order.",
    scope: "fulfillments:read",
    cacheControl: "no-store",
    input: z.object({ params: fulfillmentParams, query: nothing, headers: readHeaders }),
    success: {
      status: 200,
      description: "The fulfillment.",
      schema: fulfillmentResource,
      headers: ["ETag"],
    },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(
        await useCase(
          {
            orderId: OrderId(params.orderId),
            fulfillmentId: FulfillmentId(params.fulfillmentId),
          },
          context,
        ),
        ({ order, fulfillment }) => ({
          body: presentFulfillment(fulfillment),
          version: order.version,
        }),
      ),
  });

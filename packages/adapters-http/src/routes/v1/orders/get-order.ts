import type { GetOrder } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { orderParams, orderResource } from "./order-schema.ts";
import { presentOrder } from "./present-order.ts";

export const getOrder = (useCase: GetOrder) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/:orderId`,
    operationId: "getOrder",
    tag: "Orders",
    summary: "Read an order",
    description:
      "A token that acts as a customer reads only that customer's orders; any other is not found.",
    scope: "orders:read",
    cacheControl: "no-store",
    input: z.object({ params: orderParams, query: nothing, headers: readHeaders }),
    success: { status: 200, description: "The order.", schema: orderResource, headers: ["ETag"] },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(await useCase(OrderId(params.orderId), context), (order) => ({
        body: presentOrder(order),
        version: order.version,
      })),
  });

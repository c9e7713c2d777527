import type { PlaceOrder } from "@ordo/application";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, writeHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { newOrder } from "./new-order-schema.ts";
import { orderHref } from "./order-actions.ts";
import { orderExamples } from "./order-examples.ts";
import { orderResource } from "./order-schema.ts";
import { presentOrder } from "./present-order.ts";
import { toPlaceOrderInput } from "./to-place-order-input.ts";

export const placeOrder = (useCase: PlaceOrder) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/orders`,
    operationId: "placeOrder",
    tag: "Orders",
    summary: "Place an order",
    description:
      "Prices the order to the unit, reserves the stock of tracked products (all of it or none) and puts the order on the books as pending. Prices of products come from the catalog.",
    scope: "orders:write",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query: nothing, headers: writeHeaders, body: newOrder }),
    examples: orderExamples,
    success: {
      status: 201,
      description: "The order as placed.",
      schema: orderResource,
      headers: ["Location", "ETag", "Idempotent-Replayed", "Preference-Applied"],
    },
    problems: [
      "insufficient-stock",
      "total-mismatch",
      "number-taken",
      "unknown-customer",
      "unknown-product",
      "currency-mismatch",
      "unknown-line",
      "amount-out-of-range",
      "staff-only",
      "idempotency-key-in-use",
      "idempotency-key-reused",
    ],
    handle: async ({ body }, context) =>
      answerWrite(await useCase(toPlaceOrderInput(body), context), (order) => ({
        body: presentOrder(order),
        version: order.version,
        location: orderHref(order),
      })),
  });

import type { DraftOrder, PlaceOrder } from "@ordo/application";
import { err } from "neverthrow";
import { z } from "zod";
import type { Handled } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { dryRunQuery, nothing, writeHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { newOrder } from "./new-order-schema.ts";
import { answerOrder } from "./order-command.ts";
import { orderExamples } from "./order-examples.ts";
import { orderPreview, orderResource } from "./order-schema.ts";
import { toPlaceOrderInput } from "./to-place-order-input.ts";

export const placeOrder = (place: PlaceOrder, draft: DraftOrder) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/orders`,
    operationId: "placeOrder",
    tag: "Orders",
    summary: "Place an order",
    description:
      "Prices the order to the unit, reserves the stock of tracked products (all of it or none) and puts the order on the books as pending. Prices of products come from the catalog. With draft: true it begins a draft instead, which reserves nothing and may have no lines.",
    scope: "orders:write",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query: dryRunQuery, headers: writeHeaders, body: newOrder }),
    preview: orderPreview,
    examples: orderExamples,
    success: {
      status: 201,
      description: "The order as placed or drafted.",
      schema: orderResource,
      headers: ["Location", "ETag", "Idempotent-Replayed", "Preference-Applied"],
    },
    problems: [
      "insufficient-stock",
      "total-mismatch",
      "number-taken",
      "unknown-customer",
      "unknown-product",
      "product-archived",
      "currency-mismatch",
      "unknown-line",
      "amount-out-of-range",
      "order-needs-a-line",
      "staff-only",
      "draft-with-deadline",
      "idempotency-key-in-use",
      "idempotency-key-reused",
    ],
    handle: async ({ body, query: { dryRun } }, context): Promise<Handled> => {
      if (body.draft && (body.expiresAt ?? null) !== null)
        return {
          result: err({ type: "Contradiction", code: "draft-with-deadline" }),
          replayed: false,
        };
      const input = { ...toPlaceOrderInput(body), dryRun };
      const outcome = await (body.draft ? draft(input, context) : place(input, context));
      return answerOrder(outcome, context, { location: "" });
    },
  });

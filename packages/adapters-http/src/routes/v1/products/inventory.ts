import type { AdjustInventory, GetInventory } from "@ordo/application";
import { available, ProductId } from "@ordo/domain";
import { z } from "zod";
import { answerRead, answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders, writeHeaders } from "../../../operation/request-input.ts";
import { digestTag } from "../../../plugins/conditional-requests.ts";
import { presentTimestamp } from "../../../schemas/timestamp.ts";
import { prefix } from "../prefix.ts";
import {
  adjustmentResource,
  inventoryResource,
  newAdjustment,
  productParams,
} from "./product-schema.ts";

export const getInventory = (useCase: GetInventory) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/products/:productId/inventory`,
    operationId: "getInventory",
    tag: "Products",
    summary: "Read a product's stock",
    description: "Units on hand, those of them that are reserved, and those that are available.",
    scope: "products:read",
    cacheControl: "private, no-cache",
    input: z.object({ params: productParams, query: nothing, headers: readHeaders }),
    success: {
      status: 200,
      description: "The stock.",
      schema: inventoryResource,
      headers: ["ETag"],
    },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(
        await useCase(ProductId(params.productId), context),
        ({ productId, tracked, onHand, reserved, available: left }) => {
          const body = { productId, tracked, onHand, reserved, available: left };
          return { body, etag: digestTag(JSON.stringify(body)) };
        },
      ),
  });

export const adjustInventory = (useCase: AdjustInventory) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/products/:productId/inventory-adjustments`,
    operationId: "adjustInventory",
    tag: "Products",
    summary: "Adjust a product's stock",
    description: "Changes the units on hand by a signed number, and keeps who did it and why.",
    scope: "products:write",
    cacheControl: "private, no-cache",
    input: z.object({
      params: productParams,
      query: nothing,
      headers: writeHeaders,
      body: newAdjustment,
    }),
    examples: {
      delivery: { summary: "Ten came in", value: { delta: 10, reason: "delivery 4711" } },
    },
    success: {
      status: 201,
      description: "The adjustment, with the stock right after it.",
      schema: adjustmentResource,
      headers: ["Idempotent-Replayed", "Preference-Applied"],
    },
    problems: [
      "not-found",
      "insufficient-stock",
      "inventory-not-tracked",
      "invalid-adjustment",
      "adjustment-out-of-range",
      "staff-only",
      "idempotency-key-in-use",
      "idempotency-key-reused",
    ],
    handle: async ({ params, body }, context) =>
      answerWrite(
        await useCase({ productId: ProductId(params.productId), ...body }, context),
        ({ id, productId, delta, reason, at, inventory }) => ({
          body: {
            id,
            productId,
            delta,
            reason,
            at: presentTimestamp(at),
            inventory: {
              productId,
              tracked: inventory.tracked,
              onHand: inventory.onHand,
              reserved: inventory.reserved,
              available: available(inventory),
            },
          },
        }),
      ),
  });

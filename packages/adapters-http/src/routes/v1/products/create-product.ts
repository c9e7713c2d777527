import type { CreateProduct } from "@ordo/application";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, writeHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { presentProduct } from "./present-product.ts";
import { newProduct, productResource } from "./product-schema.ts";

export const createProduct = (useCase: CreateProduct) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/products`,
    operationId: "createProduct",
    tag: "Products",
    summary: "Create a product",
    description: "Adds a product to the catalog. Orders take their prices and tax rates from here.",
    scope: "products:write",
    cacheControl: "private, no-cache",
    input: z.object({ params: nothing, query: nothing, headers: writeHeaders, body: newProduct }),
    examples: {
      product: {
        summary: "A product with 100 units in stock",
        value: {
          sku: "MUG-01",
          title: "Stoneware mug",
          price: 1999,
          currency: "EUR",
          taxRate: 1900,
          inventory: { tracked: true, onHand: 100 },
        },
      },
    },
    success: {
      status: 201,
      description: "The product as created.",
      schema: productResource,
      headers: ["Location", "ETag", "Idempotent-Replayed", "Preference-Applied"],
    },
    problems: ["sku-taken", "staff-only", "idempotency-key-in-use", "idempotency-key-reused"],
    handle: async ({ body }, context) =>
      answerWrite(await useCase(body, context), (product) => ({
        body: presentProduct(product),
        version: product.version,
        location: `${prefix}/products/${product.id}`,
      })),
  });

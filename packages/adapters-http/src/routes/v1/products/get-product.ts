import type { GetProduct } from "@ordo/application";
import { ProductId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { presentProduct } from "./present-product.ts";
import { productParams, productResource } from "./product-schema.ts";

export const getProduct = (useCase: GetProduct) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/products/:productId`,
    operationId: "getProduct",
    tag: "Products",
    summary: "Read a product",
    description: "Reads one product of the catalog.",
    scope: "products:read",
    cacheControl: "private, no-cache",
    input: z.object({ params: productParams, query: nothing, headers: readHeaders }),
    success: {
      status: 200,
      description: "The product.",
      schema: productResource,
      headers: ["ETag"],
    },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(await useCase(ProductId(params.productId), context), (product) => ({
        body: presentProduct(product),
        version: product.version,
      })),
  });

import type { CreatedPosition, ListProducts } from "@ordo/application";
import { limits } from "@ordo/domain";
import { z } from "zod";
import type { Cursors } from "../../../cursors/cursors.ts";
import { answerFault, answerWith } from "../../../operation/answer.ts";
import { pageAnswer, pageRequestOf } from "../../../operation/answer-page.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { pageFields } from "../../../schemas/query.ts";
import { text } from "../../../schemas/text.ts";
import { prefix } from "../prefix.ts";
import { presentProduct } from "./present-product.ts";
import { productPage } from "./product-schema.ts";

const query = z.strictObject({
  sku: text({ max: limits.skuLength }).optional(),
  archived: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "Only those archived, or only those not; all when left out." }),
  ...pageFields,
});

export const listProducts = (useCase: ListProducts, cursors: Cursors<CreatedPosition>) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/products`,
    operationId: "listProducts",
    tag: "Products",
    summary: "List products",
    description: "Products that match every filter given, newest first.",
    scope: "products:read",
    cacheControl: "private, no-cache",
    input: z.object({ params: nothing, query, headers: readHeaders }),
    success: {
      status: 200,
      description: "A page of products.",
      schema: productPage,
      headers: ["Link"],
    },
    problems: [],
    handle: async ({ query: { cursor, ...fields } }, context) => {
      const request = { path: `${prefix}/products`, fields, cursor, cursors };
      const page = pageRequestOf(request);
      if (page.isErr()) return answerFault(page.error);
      const filter = {
        ...(fields.sku !== undefined && { sku: fields.sku }),
        ...(fields.archived !== undefined && { archived: fields.archived === "true" }),
      };
      const found = await useCase({ filter, page: page.value }, context);
      return answerWith(pageAnswer(request, found, presentProduct));
    },
  });

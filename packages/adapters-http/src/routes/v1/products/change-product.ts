import type { ArchiveProduct, GetProduct, ProductChanges, UpdateProduct } from "@ordo/application";
import { type Product, ProductId } from "@ordo/domain";
import { z } from "zod";
import { answerRead, answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { patchedMetadata } from "../../../schemas/metadata.ts";
import { prefix } from "../prefix.ts";
import { writeWhatWasRead } from "../write-what-was-read.ts";
import { presentProduct } from "./present-product.ts";
import { productParams, productPatch, productResource } from "./product-schema.ts";

export const changeProduct = (useCase: UpdateProduct, read: GetProduct) =>
  defineOperation({
    method: "PATCH",
    path: `${prefix}/products/:productId`,
    operationId: "changeProduct",
    tag: "Products",
    summary: "Change a product",
    description: "Orders keep the terms they were placed with.",
    scope: "products:write",
    cacheControl: "private, no-cache",
    ifMatch: "required",
    input: z.object({
      params: productParams,
      query: nothing,
      headers: changeHeaders,
      body: productPatch,
    }),
    examples: { price: { summary: "Another price", value: { price: 2199 } } },
    success: {
      status: 200,
      description: "The product as changed.",
      schema: productResource,
      headers: ["ETag", "Preference-Applied"],
    },
    problems: ["not-found", "sku-taken", "staff-only"],
    handle: async ({ params, body }, context, { ifMatch }) => {
      const productId = ProductId(params.productId);
      const written = await writeWhatWasRead(
        () => read(productId, context),
        ifMatch,
        (was, expectedVersion) =>
          useCase({ productId, expectedVersion, changes: changesOf(body, was) }, context),
      );
      return "outcome" in written
        ? answerWrite(written.outcome, (product) => ({
            body: presentProduct(product),
            version: product.version,
          }))
        : answerRead(written.notFound, () => ({}));
    },
  });

const changesOf = (patch: z.output<typeof productPatch>, was: Product): ProductChanges => ({
  ...(patch.sku !== undefined && { sku: patch.sku }),
  ...(patch.title !== undefined && { title: patch.title }),
  ...(patch.price !== undefined && { price: patch.price }),
  ...(patch.taxRate !== undefined && { taxRate: patch.taxRate }),
  ...(patch.metadata !== undefined && { metadata: patchedMetadata(was.metadata, patch.metadata) }),
});

export const archiveProduct = (useCase: ArchiveProduct) =>
  defineOperation({
    method: "DELETE",
    path: `${prefix}/products/:productId`,
    operationId: "archiveProduct",
    tag: "Products",
    summary: "Archive a product",
    description: "It stays readable, and can no longer be ordered.",
    scope: "products:write",
    cacheControl: "private, no-cache",
    ifMatch: "required",
    input: z.object({ params: productParams, query: nothing, headers: changeHeaders }),
    success: { status: 204, description: "The product is archived.", headers: ["ETag"] },
    problems: ["not-found", "staff-only"],
    handle: async ({ params }, context, { ifMatch }) =>
      answerWrite(
        await useCase(
          { productId: ProductId(params.productId), expectedVersion: ifMatch },
          context,
        ),
        ({ version }) => ({ version }),
      ),
  });

import type { ChangeOrder, GetOrder, OrderChanges } from "@ordo/application";
import { limits, type Order, OrderId } from "@ordo/domain";
import { z } from "zod";
import { defineOperation } from "../../../operation/define-operation.ts";
import { answerRead } from "../../../operation/answer.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { addressPatch, patchedAddress } from "../../../schemas/address-patch.ts";
import { metadataPatch, patchedMetadata } from "../../../schemas/metadata.ts";
import { text } from "../../../schemas/text.ts";
import { writeWhatWasRead } from "../write-what-was-read.ts";
import { prefix } from "../prefix.ts";
import { newLine, newShippingLine, toLine } from "./new-line-schema.ts";
import { newDiscount } from "./new-order-schema.ts";
import { answerOrder } from "./order-command.ts";
import { orderParams, orderResource } from "./order-schema.ts";
import { toDiscount } from "./to-place-order-input.ts";

const note = text({ min: 0, max: limits.noteLength }).nullish();
const duringDraft = { description: "Only while the order is a draft; replaces all of them." };

const orderPatch = z
  .strictObject({
    shippingAddress: addressPatch.nullish(),
    billingAddress: addressPatch.nullish(),
    note: note.meta({ description: "What the buyer said." }),
    internalNote: note.meta({ description: "For staff." }),
    tags: z
      .array(text({ max: limits.tagLength }))
      .max(limits.tagsPerOrder)
      .nullish(),
    metadata: metadataPatch.nullish(),
    lines: z.array(newLine).max(limits.linesPerOrder).optional().meta(duringDraft),
    discounts: z.array(newDiscount).max(limits.discountsPerOrder).optional().meta(duringDraft),
    shippingLines: z
      .array(newShippingLine)
      .max(limits.shippingLinesPerOrder)
      .optional()
      .meta(duringDraft),
  })
  .meta({
    id: "OrderPatch",
    description: "A merge patch (RFC 7396): what is left out stays, null clears.",
  });
type OrderPatch = z.output<typeof orderPatch>;

export const changeOrder = (useCase: ChangeOrder, read: GetOrder) =>
  defineOperation({
    method: "PATCH",
    path: `${prefix}/orders/:orderId`,
    operationId: "changeOrder",
    tag: "Orders",
    summary: "Change an order",
    description:
      "Changes addresses (until something has shipped), notes, tags and metadata; while the order is a draft, its lines, discounts and shipping too. A change that changes nothing keeps the version.",
    scope: "orders:write",
    cacheControl: "no-store",
    ifMatch: "required",
    input: z.object({
      params: orderParams,
      query: nothing,
      headers: changeHeaders,
      body: orderPatch,
    }),
    examples: {
      tag: { summary: "Tag it and set a key", value: { tags: ["vip"], metadata: { erp: "4711" } } },
    },
    success: {
      status: 200,
      description: "The order as changed.",
      schema: orderResource,
      headers: ["ETag", "Preference-Applied"],
    },
    problems: [
      "not-found",
      "not-editable",
      "not-allowed-in-status",
      "staff-only",
      "unknown-product",
      "product-archived",
      "currency-mismatch",
      "unknown-line",
      "amount-out-of-range",
      "too-many-items",
    ],
    handle: async ({ params, body }, context, { ifMatch }) => {
      const orderId = OrderId(params.orderId);
      const outcome = await writeWhatWasRead(
        () => read(orderId, context),
        ifMatch,
        (order, expectedVersion) =>
          useCase({ orderId, expectedVersion, changes: changesOf(body, order) }, context),
      );
      return "outcome" in outcome
        ? answerOrder(outcome.outcome, context)
        : answerRead(outcome.notFound, () => ({}));
    },
  });

const changesOf = (patch: OrderPatch, order: Order): OrderChanges => ({
  ...(patch.shippingAddress !== undefined && {
    shippingAddress: patchedAddress(order.shippingAddress, patch.shippingAddress),
  }),
  ...(patch.billingAddress !== undefined && {
    billingAddress: patchedAddress(order.billingAddress, patch.billingAddress),
  }),
  ...(patch.note !== undefined && { note: patch.note }),
  ...(patch.internalNote !== undefined && { internalNote: patch.internalNote }),
  ...(patch.tags !== undefined && { tags: patch.tags ?? [] }),
  ...(patch.metadata !== undefined && {
    metadata: patchedMetadata(order.metadata, patch.metadata),
  }),
  ...(patch.lines !== undefined && { lines: patch.lines.map(toLine) }),
  ...(patch.discounts !== undefined && { discounts: patch.discounts.map(toDiscount) }),
  ...(patch.shippingLines !== undefined && { shippingLines: patch.shippingLines }),
});

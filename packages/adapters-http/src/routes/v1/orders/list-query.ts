import { newestFirst, type OrderFilter, type OrderSort } from "@ordo/application";
import { CustomerId, limits, ProductId } from "@ordo/domain";
import { z } from "zod";
import { email } from "../../../schemas/email.ts";
import { identifier } from "../../../schemas/identifier.ts";
import { pageFields, queryInteger, queryTime } from "../../../schemas/query.ts";
import { toTimestamp } from "../../../schemas/timestamp.ts";
import { text } from "../../../schemas/text.ts";
import { channel } from "./new-order-schema.ts";
import { orderStatus } from "./order-schema.ts";
import {
  fulfillmentStatusSchema,
  paymentStatusSchema,
  refundStatusSchema,
  returnStatusSchema,
} from "./status-schemas.ts";

const total = queryInteger(0, Number.MAX_SAFE_INTEGER, "Send an integer of minor units.");
const from = queryTime.optional().meta({ description: "From this moment on." });
const before = queryTime.optional().meta({ description: "Before this moment." });

export const filterFields = {
  status: orderStatus.optional(),
  paymentStatus: paymentStatusSchema.optional(),
  refundStatus: refundStatusSchema.optional(),
  fulfillmentStatus: fulfillmentStatusSchema.optional(),
  returnStatus: returnStatusSchema.optional(),
  customerId: identifier.optional(),
  channel: channel.optional(),
  email: email.optional().meta({ description: "Compared without regard to case." }),
  number: text({ max: limits.orderNumberLength })
    .optional()
    .meta({ description: "The human order number." }),
  tag: text({ max: limits.tagLength }).optional().meta({ description: "One of the order's tags." }),
  productId: identifier.optional().meta({ description: "A product of one of its lines." }),
  createdFrom: from,
  createdBefore: before,
  placedFrom: from,
  placedBefore: before,
  totalMin: total.optional().meta({ description: "Minor units, inclusive." }),
  totalMax: total.optional().meta({ description: "Minor units, inclusive." }),
};

const sorts = {
  createdAt: { by: "createdAt", direction: "asc" },
  "-createdAt": newestFirst,
  placedAt: { by: "placedAt", direction: "asc" },
  "-placedAt": { by: "placedAt", direction: "desc" },
  total: { by: "total", direction: "asc" },
  "-total": { by: "total", direction: "desc" },
  number: { by: "number", direction: "asc" },
  "-number": { by: "number", direction: "desc" },
} as const satisfies Record<string, OrderSort>;

const sort = z
  .enum([
    "createdAt",
    "-createdAt",
    "placedAt",
    "-placedAt",
    "total",
    "-total",
    "number",
    "-number",
  ] satisfies (keyof typeof sorts)[])
  .optional()
  .meta({
    description:
      "What to sort by, - for descending; -createdAt when left out. By placedAt it lists no drafts.",
  });

export const listQuery = z.strictObject({ ...filterFields, sort, ...pageFields });

const filterQuery = z.strictObject(filterFields);
export type FilterQuery = z.output<typeof filterQuery>;

export const toOrderSort = (sort: keyof typeof sorts | undefined): OrderSort =>
  sort === undefined ? newestFirst : sorts[sort];

/** The conditions given; those that were not sent are absent. */
export const toOrderFilter = (query: FilterQuery): OrderFilter => ({
  ...(query.status !== undefined && { status: query.status }),
  ...(query.paymentStatus !== undefined && { paymentStatus: query.paymentStatus }),
  ...(query.refundStatus !== undefined && { refundStatus: query.refundStatus }),
  ...(query.fulfillmentStatus !== undefined && { fulfillmentStatus: query.fulfillmentStatus }),
  ...(query.returnStatus !== undefined && { returnStatus: query.returnStatus }),
  ...(query.customerId !== undefined && { customerId: CustomerId(query.customerId) }),
  ...(query.channel !== undefined && { channel: query.channel }),
  ...(query.email !== undefined && { email: query.email }),
  ...(query.number !== undefined && { number: query.number }),
  ...(query.tag !== undefined && { tag: query.tag }),
  ...(query.productId !== undefined && { productId: ProductId(query.productId) }),
  ...(query.createdFrom !== undefined && { createdFrom: toTimestamp(query.createdFrom) }),
  ...(query.createdBefore !== undefined && { createdBefore: toTimestamp(query.createdBefore) }),
  ...(query.placedFrom !== undefined && { placedFrom: toTimestamp(query.placedFrom) }),
  ...(query.placedBefore !== undefined && { placedBefore: toTimestamp(query.placedBefore) }),
  ...(query.totalMin !== undefined && { totalMin: query.totalMin }),
  ...(query.totalMax !== undefined && { totalMax: query.totalMax }),
});

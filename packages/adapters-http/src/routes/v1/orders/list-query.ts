import type { OrderFilter } from "@ordo/application";
import { CustomerId, limits } from "@ordo/domain";
import { z } from "zod";
import { email } from "../../../schemas/email.ts";
import { identifier } from "../../../schemas/identifier.ts";
import { text } from "../../../schemas/text.ts";
import { channel } from "./new-order-schema.ts";
import { orderStatus } from "./order-schema.ts";

// Query fields arrive as text; only plain decimal digits are read as a number.
const digits = (raw: unknown): unknown =>
  typeof raw === "string" && /^[0-9]{1,9}$/.test(raw) ? Number(raw) : raw;

const limit = z
  .preprocess(digits, z.int("Send an integer from 1 to 100.").min(1).max(100))
  .default(20)
  .meta({ description: "Orders per page.", default: 20 });

export const listQuery = z.strictObject({
  status: orderStatus.optional(),
  customerId: identifier.optional(),
  channel: channel.optional(),
  email: email.optional().meta({ description: "Compared without regard to case." }),
  number: text({ max: limits.orderNumberLength })
    .optional()
    .meta({ description: "The human order number." }),
  limit,
  cursor: z.string().min(1).max(1000).optional().meta({
    description:
      "Where to go on: taken as it is from page.next or page.prev, with the same filters.",
  }),
});

export type ListQuery = z.output<typeof listQuery>;

/** The conditions given. Keys that were not sent are absent, so that equal filters are equal objects. */
export const toOrderFilter = ({
  status,
  customerId,
  channel,
  email,
  number,
}: ListQuery): OrderFilter => ({
  ...(status !== undefined && { status }),
  ...(customerId !== undefined && { customerId: CustomerId(customerId) }),
  ...(channel !== undefined && { channel }),
  ...(email !== undefined && { email }),
  ...(number !== undefined && { number }),
});

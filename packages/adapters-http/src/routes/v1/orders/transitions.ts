import type { CompleteOrder, ConfirmOrder, PlaceDraft } from "@ordo/application";
import { z } from "zod";
import { amount } from "../../../schemas/money.ts";
import { toNullableTimestamp } from "../../../schemas/timestamp.ts";
import { expiresAt } from "./new-order-schema.ts";
import {
  commandParts,
  expectedVersion,
  orderCommand,
  versionOnly,
  versionOnlyExamples,
} from "./order-command.ts";

const placement = z
  .strictObject({
    expectedVersion,
    expectedTotal: amount.nullish().meta({
      description: "What the buyer was shown. The order is refused when it comes to another total.",
    }),
    expiresAt,
  })
  .meta({ id: "NewPlacement" })
  .optional();

export const placeDraft = (useCase: PlaceDraft) =>
  orderCommand({
    useCase,
    path: "/placement",
    operationId: "placeDraft",
    tag: "Orders",
    summary: "Place a draft",
    description:
      "Prices the draft anew from the catalog as it is now, reserves stock, and puts the order on the books as pending.",
    scope: "orders:write",
    input: z.object({ ...commandParts, body: placement }),
    examples: {
      ...versionOnlyExamples,
      deadline: {
        summary: "To expire when it is not confirmed until then",
        value: { expiresAt: "2999-01-01T00:00:00Z" },
      },
    },
    success: "The order as placed.",
    problems: [
      "order-needs-a-line",
      "total-mismatch",
      "insufficient-stock",
      "product-archived",
      "currency-mismatch",
      "amount-out-of-range",
      "unknown-product",
    ],
    toCommand: (target, { body }) => ({
      ...target,
      expectedTotal: body?.expectedTotal ?? null,
      expiresAt: toNullableTimestamp(body?.expiresAt),
    }),
    location: () => "/placement",
  });

export const confirmOrder = (useCase: ConfirmOrder) =>
  orderCommand({
    useCase,
    path: "/confirmation",
    operationId: "confirmOrder",
    tag: "Orders",
    summary: "Confirm an order",
    description:
      "Accepts a pending order: nothing holds it, and it is paid for, authorized, or on account.",
    scope: "orders:write",
    input: z.object({ ...commandParts, body: versionOnly }),
    examples: versionOnlyExamples,
    success: "The order as confirmed.",
    problems: ["on-hold", "payment-required"],
    toCommand: (target) => target,
    location: () => "/confirmation",
  });

export const completeOrder = (useCase: CompleteOrder) =>
  orderCommand({
    useCase,
    path: "/completion",
    operationId: "completeOrder",
    tag: "Orders",
    summary: "Complete an order",
    description:
      "Closes the books: every unit is delivered or canceled, the balance is zero, and no return or edit is open.",
    scope: "orders:write",
    input: z.object({ ...commandParts, body: versionOnly }),
    examples: versionOnlyExamples,
    success: "The order as completed.",
    problems: ["units-not-delivered", "balance-not-zero", "return-open", "edit-open"],
    toCommand: (target) => target,
    location: () => "/completion",
  });

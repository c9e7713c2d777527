import type { CancelLines, CancelOrder } from "@ordo/application";
import { limits } from "@ordo/domain";
import { z } from "zod";
import { exampleId } from "../../../schemas/identifier.ts";
import { text } from "../../../schemas/text.ts";
import { lineQuantities, toLineQuantities } from "./line-quantities.ts";
import { commandParts, expectedVersion, orderCommand } from "./order-command.ts";

const cancellation = z
  .strictObject({
    reason: text({ max: limits.reasonLength }),
    note: text({ min: 0, max: limits.noteLength }).nullish(),
    expectedVersion,
  })
  .meta({ id: "NewCancellation" });

export const cancelOrder = (useCase: CancelOrder) =>
  orderCommand({
    useCase,
    path: "/cancellation",
    operationId: "cancelOrder",
    tag: "Orders",
    summary: "Cancel an order",
    description:
      "Ends an order of which nothing has shipped: releases its stock, voids what is authorized and refunds what was captured.",
    scope: "orders:cancel",
    input: z.object({ ...commandParts, body: cancellation }),
    examples: {
      cancellation: {
        summary: "The buyer changed their mind",
        value: { reason: "customer request" },
      },
    },
    success: "The order as canceled. Location names the cancellation.",
    problems: ["units-shipped", "payment-outcome-unknown"],
    toCommand: (target, { body }) => ({
      ...target,
      reason: body.reason,
      note: body.note ?? null,
    }),
    location: () => "/cancellation",
  });

const lineCancellation = z
  .strictObject({
    lines: lineQuantities,
    reason: text({ max: limits.reasonLength }),
    expectedVersion,
  })
  .meta({ id: "NewLineCancellation" });

export const cancelLines = (useCase: CancelLines) =>
  orderCommand({
    useCase,
    path: "/line-cancellations",
    operationId: "cancelLines",
    tag: "Orders",
    summary: "Cancel units of an order",
    description:
      "Gives up units that no fulfillment holds, with exactly their share of discounts and tax. The last ones cancel the order.",
    scope: "orders:cancel",
    input: z.object({ ...commandParts, body: lineCancellation }),
    examples: {
      unit: {
        summary: "One unit of a line",
        value: { lines: [{ lineId: exampleId, quantity: 1 }], reason: "sold out" },
      },
    },
    success: "The order without those units.",
    problems: [
      "no-unit-to-cancel",
      "unknown-item",
      "line-named-twice",
      "quantity-exceeds-rest",
      "payment-outcome-unknown",
    ],
    toCommand: (target, { body }) => ({
      ...target,
      lines: toLineQuantities(body.lines),
      reason: body.reason,
    }),
  });

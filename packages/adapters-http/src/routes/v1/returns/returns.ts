import type {
  CommandOrder,
  CreateExchange,
  ReceiveReturn,
  RejectReturn,
  RequestReturn,
  ReturnTarget,
} from "@ordo/application";
import { LineId, limits, ReturnId, type ReturnRequestLine } from "@ordo/domain";
import { z } from "zod";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { quantity } from "../../../schemas/money.ts";
import { text } from "../../../schemas/text.ts";
import { newLine, toLine } from "../orders/new-line-schema.ts";
import {
  commandParts,
  emptyBody,
  emptyExamples,
  expectedVersion,
  itemCommandParts,
  orderCommand,
} from "../orders/order-command.ts";
import { orderParams } from "../orders/order-schema.ts";

export const returnParams = orderParams.extend({
  returnId: identifier.meta({ description: "The return's id.", examples: [exampleId] }),
});

const reason = text({ max: limits.reasonLength });
const returnLines = z
  .array(
    z
      .strictObject({ lineId: identifier, quantity, reason: reason.nullish() })
      .meta({ id: "NewReturnLine" }),
  )
  .min(1)
  .max(limits.linesPerOrder);

const exampleLine = { lineId: exampleId, quantity: 1, reason: "too small" };

const toReturnLines = (lines: z.output<typeof returnLines>): readonly ReturnRequestLine[] =>
  lines.map((line) => ({
    lineId: LineId(line.lineId),
    quantity: line.quantity,
    reason: line.reason ?? null,
  }));

const quantityProblems = [
  "unknown-item",
  "line-named-twice",
  "quantity-exceeds-rest",
  "too-many-items",
];

export const requestReturn = (useCase: RequestReturn) =>
  orderCommand({
    useCase,
    path: "/returns",
    operationId: "requestReturn",
    tag: "Returns",
    summary: "Request a return",
    description: "Asks to send delivered units back. A customer may, for its own order.",
    scope: "returns:write",
    input: z.object({
      ...itemCommandParts,
      params: orderParams,
      body: z.strictObject({ lines: returnLines, expectedVersion }).meta({ id: "NewReturn" }),
    }),
    examples: {
      unit: { summary: "One unit, and why", value: { lines: [exampleLine] } },
    },
    success: "The order with the return. Location names the return.",
    problems: ["no-unit-to-return", ...quantityProblems],
    toCommand: (target, { body }) => ({ ...target, lines: toReturnLines(body.lines) }),
    location: (_input, subject) => `/returns/${subject}`,
  });

const steps = {
  approval: {
    operationId: "approveReturn",
    summary: "Approve a return",
    description: "Lets the buyer send the units back.",
    success: "The order, the return approved.",
  },
  closure: {
    operationId: "closeReturn",
    summary: "Close a return",
    description: "Ends a return of which units were received; what did not come stays the buyer's.",
    success: "The order, the return closed.",
  },
  cancellation: {
    operationId: "cancelReturn",
    summary: "Cancel a return",
    description:
      "Takes the request back before anything was received. A customer may until it is decided.",
    success: "The order, the return canceled.",
  },
} as const;

/** `POST …/returns/{id}/<step>` takes a return one step on. */
export const returnStep = (step: keyof typeof steps, useCase: CommandOrder<ReturnTarget>) =>
  orderCommand({
    ...steps[step],
    useCase,
    path: `/returns/:returnId/${step}`,
    tag: "Returns",
    scope: "returns:write",
    input: z.object({ ...itemCommandParts, params: returnParams, body: emptyBody }),
    examples: emptyExamples,
    problems: ["not-allowed-in-return-status"],
    toCommand: (target, { params }) => ({ ...target, returnId: ReturnId(params.returnId) }),
    location: ({ params }) => `/returns/${params.returnId}`,
  });

export const rejectReturn = (useCase: RejectReturn) =>
  orderCommand({
    useCase,
    path: "/returns/:returnId/rejection",
    operationId: "rejectReturn",
    tag: "Returns",
    summary: "Reject a return",
    description: "The units stay the buyer's.",
    scope: "returns:write",
    input: z.object({
      ...itemCommandParts,
      params: returnParams,
      body: z.strictObject({ reason: reason.nullish() }).meta({ id: "NewRejection" }).optional(),
    }),
    examples: { late: { summary: "With a reason", value: { reason: "asked for too late" } } },
    success: "The order, the return rejected.",
    problems: ["not-allowed-in-return-status"],
    toCommand: (target, { params, body }) => ({
      ...target,
      returnId: ReturnId(params.returnId),
      reason: body?.reason ?? null,
    }),
    location: ({ params }) => `/returns/${params.returnId}`,
  });

const receipt = z
  .strictObject({
    lines: z
      .array(
        z
          .strictObject({
            lineId: identifier,
            quantity,
            disposition: z.enum(["restock", "write_off", "dismiss"]).meta({
              description:
                "Back on the shelf, accepted but lost to sale, or not accepted: then it stays the buyer's.",
            }),
          })
          .meta({ id: "NewReceiptLine" }),
      )
      .min(1)
      .max(3 * limits.linesPerOrder),
  })
  .meta({ id: "NewReceipt" });

export const receiveReturn = (useCase: ReceiveReturn) =>
  orderCommand({
    useCase,
    path: "/returns/:returnId/receipts",
    operationId: "receiveReturn",
    tag: "Returns",
    summary: "Receive returned units",
    description: "Notes what came back and what becomes of it; it may come in several parcels.",
    scope: "returns:write",
    input: z.object({ ...itemCommandParts, params: returnParams, body: receipt }),
    examples: {
      restock: {
        summary: "One unit, back on the shelf",
        value: { lines: [{ lineId: exampleId, quantity: 1, disposition: "restock" }] },
      },
    },
    success: "The order; what it costs is lower by what was accepted.",
    problems: ["not-allowed-in-return-status", ...quantityProblems],
    toCommand: (target, { params, body }) => ({
      ...target,
      returnId: ReturnId(params.returnId),
      lines: body.lines.map((line) => ({ ...line, lineId: LineId(line.lineId) })),
    }),
    location: ({ params }) => `/returns/${params.returnId}`,
  });

const exchange = z
  .strictObject({
    lines: returnLines,
    replacements: z.array(newLine).min(1).max(limits.linesPerOrder),
    expectedVersion,
  })
  .meta({ id: "NewExchange" });

export const createExchange = (useCase: CreateExchange) =>
  orderCommand({
    useCase,
    path: "/exchanges",
    operationId: "createExchange",
    tag: "Returns",
    summary: "Exchange units",
    description:
      "A return and the lines that replace what comes back, in one decision. It reopens a completed order.",
    scope: "returns:write",
    input: z.object({ ...commandParts, body: exchange }),
    examples: {
      unit: {
        summary: "One unit for one of another product",
        value: {
          lines: [exampleLine],
          replacements: [{ productId: exampleId, quantity: 1 }],
        },
      },
    },
    success: "The order with the return and the new lines. Location names the exchange.",
    problems: [
      "no-unit-to-return",
      ...quantityProblems,
      "unknown-product",
      "product-archived",
      "currency-mismatch",
      "amount-out-of-range",
      "insufficient-stock",
    ],
    toCommand: (target, { body }) => ({
      ...target,
      lines: toReturnLines(body.lines),
      replacements: body.replacements.map(toLine),
    }),
    location: (_input, subject) => `/exchanges/${subject}`,
  });

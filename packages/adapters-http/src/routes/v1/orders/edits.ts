import type {
  AddCreditLine,
  ConfirmEdit,
  DeclineEdit,
  NewEditOperation,
  ProposeEdit,
} from "@ordo/application";
import { EditId, LineId, limits } from "@ordo/domain";
import { z } from "zod";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { amount, quantity } from "../../../schemas/money.ts";
import { text } from "../../../schemas/text.ts";
import { newLine, newShippingLine, toLine } from "./new-line-schema.ts";
import {
  commandParts,
  expectedVersion,
  orderCommand,
  versionOnly,
  versionOnlyExamples,
} from "./order-command.ts";
import { giftWrap } from "./order-examples.ts";
import { orderParams } from "./order-schema.ts";

const lineId = identifier;
const operation = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("add_line"), line: newLine }),
    z.strictObject({
      type: z.literal("set_quantity"),
      lineId,
      quantity: quantity.meta({ description: "How many units are wanted." }),
    }),
    z.strictObject({ type: z.literal("remove_line"), lineId }),
    z.strictObject({ type: z.literal("add_shipping_line"), shippingLine: newShippingLine }),
  ])
  .meta({ id: "EditOperation" });

const edit = z
  .strictObject({
    operations: z.array(operation).min(1).max(limits.linesPerOrder),
    reason: text({ max: limits.reasonLength }).nullish(),
    expectedVersion,
  })
  .meta({ id: "NewEdit" });

export const proposeEdit = (useCase: ProposeEdit) =>
  orderCommand({
    useCase,
    path: "/edits",
    operationId: "proposeEdit",
    tag: "Order changes",
    summary: "Propose an edit",
    description:
      "Works out a change of the contents after placement, with the new total and the difference; nothing changes until it is confirmed.",
    scope: "orders:write",
    input: z.object({ ...commandParts, body: edit }),
    examples: {
      quantity: {
        summary: "Three units of a line",
        value: { operations: [{ type: "set_quantity", lineId: exampleId, quantity: 3 }] },
      },
      line: {
        summary: "A line more, and its shipping",
        value: {
          operations: [
            { type: "add_line", line: giftWrap },
            {
              type: "add_shipping_line",
              shippingLine: { title: "Express", amount: 990, taxRate: 1900 },
            },
          ],
          reason: "the buyer called",
        },
      },
    },
    success: "The order with the proposed edit. Location names the edit.",
    problems: [
      "edit-open",
      "edit-changes-nothing",
      "edit-leaves-no-units",
      "unknown-item",
      "unknown-product",
      "product-archived",
      "currency-mismatch",
      "amount-out-of-range",
      "quantity-exceeds-rest",
      "line-named-twice",
      "too-many-items",
    ],
    toCommand: (target, { body }) => ({
      ...target,
      operations: body.operations.map(toOperation),
      reason: body.reason ?? null,
    }),
    location: (_input, subject) => `/edits/${subject}`,
  });

const toOperation = (given: z.output<typeof operation>): NewEditOperation => {
  switch (given.type) {
    case "add_line":
      return { type: given.type, line: toLine(given.line) };
    case "set_quantity":
      return { type: given.type, lineId: LineId(given.lineId), quantity: given.quantity };
    case "remove_line":
      return { type: given.type, lineId: LineId(given.lineId) };
    case "add_shipping_line":
      return given;
  }
};

const editParams = orderParams.extend({
  editId: identifier.meta({ description: "The edit's id.", examples: [exampleId] }),
});
const decision = { ...commandParts, params: editParams, body: versionOnly };

export const confirmEdit = (useCase: ConfirmEdit) =>
  orderCommand({
    useCase,
    path: "/edits/:editId/confirmation",
    operationId: "confirmEdit",
    tag: "Order changes",
    summary: "Confirm an edit",
    description: "Makes the proposed change, and reserves the stock that it needs.",
    scope: "orders:write",
    input: z.object(decision),
    examples: versionOnlyExamples,
    success: "The order as edited.",
    problems: ["edit-decided", "edit-stale", "no-open-edit", "insufficient-stock"],
    toCommand: (target, { params }) => ({ ...target, editId: EditId(params.editId) }),
    location: ({ params }) => `/edits/${params.editId}/confirmation`,
  });

export const declineEdit = (useCase: DeclineEdit) =>
  orderCommand({
    useCase,
    path: "/edits/:editId/declination",
    operationId: "declineEdit",
    tag: "Order changes",
    summary: "Decline an edit",
    description: "Leaves the order as it is; another edit can then be proposed.",
    scope: "orders:write",
    input: z.object(decision),
    examples: versionOnlyExamples,
    success: "The order, the edit declined.",
    problems: ["edit-decided", "no-open-edit"],
    toCommand: (target, { params }) => ({ ...target, editId: EditId(params.editId) }),
    location: ({ params }) => `/edits/${params.editId}/declination`,
  });

const creditLine = z
  .strictObject({
    amount: amount.min(1),
    reason: text({ max: limits.reasonLength }),
    expectedVersion,
  })
  .meta({ id: "NewCreditLine" });

export const addCreditLine = (useCase: AddCreditLine) =>
  orderCommand({
    useCase,
    path: "/credit-lines",
    operationId: "addCreditLine",
    tag: "Order changes",
    summary: "Credit goodwill",
    description: "Lowers what the order costs, so that a refund can follow.",
    scope: "payments:refund",
    input: z.object({ ...commandParts, body: creditLine }),
    examples: { goodwill: { summary: "Five euros", value: { amount: 500, reason: "late" } } },
    success: "The order with the credit.",
    problems: ["over-credit", "nothing-to-credit", "too-many-items"],
    toCommand: (target, { body }) => ({ ...target, amount: body.amount, reason: body.reason }),
  });

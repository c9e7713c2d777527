import type { PlaceHold, ReleaseHold } from "@ordo/application";
import { HoldId, limits, OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { exampleId, identifier } from "../../../schemas/identifier.ts";
import { text } from "../../../schemas/text.ts";
import { prefix } from "../prefix.ts";
import { expectedVersion, itemCommandParts, orderCommand } from "./order-command.ts";
import { orderParams } from "./order-schema.ts";

const hold = z
  .strictObject({ reason: text({ max: limits.reasonLength }), expectedVersion })
  .meta({ id: "NewHold" });

export const placeHold = (useCase: PlaceHold) =>
  orderCommand({
    useCase,
    path: "/holds",
    operationId: "placeHold",
    tag: "Order changes",
    summary: "Hold an order",
    description: "While a hold is open, the order is neither confirmed nor fulfilled.",
    scope: "orders:write",
    input: z.object({ ...itemCommandParts, params: orderParams, body: hold }),
    examples: { fraud: { summary: "To look closer", value: { reason: "fraud review" } } },
    success: "The order, held. Location names the hold.",
    problems: ["too-many-items"],
    toCommand: (target, { body }) => ({ ...target, reason: body.reason }),
    location: (_input, subject) => `/holds/${subject}`,
  });

const holdParams = orderParams.extend({
  holdId: identifier.meta({ description: "The hold's id.", examples: [exampleId] }),
});

export const releaseHold = (useCase: ReleaseHold) =>
  defineOperation({
    method: "DELETE",
    path: `${prefix}/orders/:orderId/holds/:holdId`,
    operationId: "releaseHold",
    tag: "Order changes",
    summary: "Release a hold",
    description: "Lets the order go on, unless another hold is open.",
    scope: "orders:write",
    cacheControl: "no-store",
    ifMatch: "required",
    input: z.object({ params: holdParams, query: nothing, headers: changeHeaders }),
    success: { status: 204, description: "The hold is released.", headers: ["ETag"] },
    problems: ["not-found", "hold-released", "no-open-hold", "not-allowed-in-status", "staff-only"],
    handle: async ({ params }, context, { ifMatch }) =>
      answerWrite(
        await useCase(
          {
            orderId: OrderId(params.orderId),
            holdId: HoldId(params.holdId),
            expectedVersion: ifMatch,
          },
          context,
        ),
        ({ version }) => ({ version }),
      ),
  });

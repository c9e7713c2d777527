import type { DiscardDraft } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { orderParams } from "./order-schema.ts";

export const discardDraft = (useCase: DiscardDraft) =>
  defineOperation({
    method: "DELETE",
    path: `${prefix}/orders/:orderId`,
    operationId: "discardDraft",
    tag: "Orders",
    summary: "Discard a draft",
    description: "Gives up a draft. It stays readable, as canceled.",
    scope: "orders:write",
    cacheControl: "no-store",
    ifMatch: "required",
    input: z.object({ params: orderParams, query: nothing, headers: changeHeaders }),
    success: { status: 204, description: "The draft is discarded.", headers: ["ETag"] },
    problems: ["not-found", "not-a-draft", "not-allowed-in-status", "staff-only"],
    handle: async ({ params }, context, { ifMatch }) =>
      answerWrite(
        await useCase({ orderId: OrderId(params.orderId), expectedVersion: ifMatch }, context),
        ({ version }) => ({ version }),
      ),
  });

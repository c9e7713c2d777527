import type { GetOrder, GetReturn } from "@ordo/application";
import { OrderId, ReturnId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { returnResource } from "../orders/ledger-schemas.ts";
import { presentReturn } from "../orders/present-ledgers.ts";
import { prefix } from "../prefix.ts";
import { listOrderParts } from "../read-order-parts.ts";
import { returnParams } from "./returns.ts";

export const listReturns = (useCase: GetOrder) =>
  listOrderParts(useCase, {
    collection: "returns",
    operationId: "listReturns",
    tag: "Returns",
    summary: "List an order's returns",
    description: "Every return of the order, the rejected and canceled ones too.",
    scope: "returns:read",
    schema: returnResource,
    present: ({ returns }) => returns.map(presentReturn),
  });

export const getReturn = (useCase: GetReturn) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/:orderId/returns/:returnId`,
    operationId: "getReturn",
    tag: "Returns",
    summary: "Read a return",
    description: "One return. Its ETag is that of its order.",
    scope: "returns:read",
    cacheControl: "no-store",
    input: z.object({ params: returnParams, query: nothing, headers: readHeaders }),
    success: { status: 200, description: "The return.", schema: returnResource, headers: ["ETag"] },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(
        await useCase(
          { orderId: OrderId(params.orderId), returnId: ReturnId(params.returnId) },
          context,
        ),
        (found) => ({ body: presentReturn(found.return), version: found.order.version }),
      ),
  });

import type { ListOrders, OrderPosition } from "@ordo/application";
import { z } from "zod";
import type { Cursors } from "../../../cursors/cursors.ts";
import { answerFault, answerWith } from "../../../operation/answer.ts";
import { pageOfTexts, pageRequestOf } from "../../../operation/answer-page.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { listQuery, toOrderFilter, toOrderSort } from "./list-query.ts";
import { orderPage } from "./order-schema.ts";
import type { OrderTexts } from "./order-texts.ts";

export const listOrders = (
  useCase: ListOrders,
  texts: OrderTexts,
  cursors: Cursors<OrderPosition>,
) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders`,
    operationId: "listOrders",
    tag: "Orders",
    summary: "List orders",
    description:
      "Orders that match every filter given, newest first unless sorted otherwise. Follow page.next until it is null: an order that existed when you began comes exactly once. A token that acts as a customer lists only that customer's orders.",
    scope: "orders:read",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query: listQuery, headers: readHeaders }),
    success: {
      status: 200,
      description: "A page of orders.",
      schema: orderPage,
      headers: ["Link"],
    },
    problems: [],
    handle: async ({ query: { cursor, ...fields } }, context) => {
      const request = { path: `${prefix}/orders`, fields, cursor, cursors };
      const page = pageRequestOf(request);
      if (page.isErr()) return answerFault(page.error);
      const { revisionKept, textOf } = texts.forRequest(context);
      const found = await useCase(
        { filter: toOrderFilter(fields), sort: toOrderSort(fields.sort), page: page.value },
        context,
        revisionKept,
      );
      return answerWith(pageOfTexts(request, found, (reading) => textOf(reading).json));
    },
  });

import type { Cursor, ListOrders, OrderFilter, OrderPosition } from "@ordo/application";
import { ok } from "neverthrow";
import { z } from "zod";
import type { CursorFault, OrderCursors } from "../../../cursors/order-cursors.ts";
import { answerFault, answerWith } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { listQuery, toOrderFilter } from "./list-query.ts";
import { orderPage } from "./order-schema.ts";
import { presentOrder } from "./present-order.ts";

export const listOrders = (useCase: ListOrders, cursors: OrderCursors) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders`,
    operationId: "listOrders",
    tag: "Orders",
    summary: "List orders",
    description:
      "Orders that match every filter given, newest first. Follow page.next until it is null: an order that existed when you began comes exactly once. A token that acts as a customer lists only that customer's orders.",
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
    handle: async ({ query }, context) => {
      const filter = toOrderFilter(query);
      const from = query.cursor === undefined ? ok(null) : cursors.decode(query.cursor, filter);
      if (from.isErr())
        return answerFault({ detail: cursorFaults[from.error], pointer: "/cursor", in: "query" });

      const found = await useCase(
        { filter, page: { limit: query.limit, from: from.value } },
        context,
      );
      const hrefOf = (cursor: Cursor<OrderPosition> | null): string | null =>
        cursor && pageHref(filter, query.limit, cursors.encode(cursor, filter));
      const page = { next: hrefOf(found.next), prev: hrefOf(found.prev) };
      return answerWith({
        body: { items: found.items.map(presentOrder), page },
        links: {
          ...(page.next !== null && { next: page.next }),
          ...(page.prev !== null && { prev: page.prev }),
        },
      });
    },
  });

const cursorFaults: Readonly<Record<CursorFault, string>> = {
  tampered:
    "This is no cursor of ours. Take it unchanged from page.next or page.prev, or leave it out to start over.",
  "made for other filters":
    "This cursor belongs to other filters. Send the filters it came with, or leave it out to start over.",
};

const pageHref = (filter: OrderFilter, limit: number, cursor: string): string =>
  `${prefix}/orders?${new URLSearchParams({ ...filter, limit: String(limit), cursor }).toString()}`;

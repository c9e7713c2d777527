import type { GetOrderTimeline, TimelinePosition } from "@ordo/application";
import { OrderId } from "@ordo/domain";
import { z } from "zod";
import type { Cursors } from "../../../cursors/cursors.ts";
import { answerFault, answerRead } from "../../../operation/answer.ts";
import { pageAnswer, pageRequestOf } from "../../../operation/answer-page.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { readHeaders } from "../../../operation/request-input.ts";
import { pageFields } from "../../../schemas/query.ts";
import { prefix } from "../prefix.ts";
import { eventPage } from "./event-schema.ts";
import { orderParams } from "./order-schema.ts";
import { presentEvent } from "./present-event.ts";

export const getTimeline = (useCase: GetOrderTimeline, cursors: Cursors<TimelinePosition>) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/:orderId/events`,
    operationId: "listOrderEvents",
    tag: "Orders",
    summary: "Read an order's timeline",
    description: "Who did what, and when: every event of the order, oldest first, without a gap.",
    scope: "orders:read",
    cacheControl: "no-store",
    input: z.object({
      params: orderParams,
      query: z.strictObject(pageFields),
      headers: readHeaders,
    }),
    success: {
      status: 200,
      description: "A page of events.",
      schema: eventPage,
      headers: ["Link"],
    },
    problems: ["not-found"],
    handle: async ({ params, query: { cursor, ...fields } }, context) => {
      const path = `${prefix}/orders/${params.orderId}/events`;
      const request = { path, fields, cursor, cursors };
      const page = pageRequestOf(request);
      if (page.isErr()) return answerFault(page.error);
      const orderId = OrderId(params.orderId);
      return answerRead(await useCase({ orderId, page: page.value }, context), (found) =>
        pageAnswer(request, found, ({ version, event }) => presentEvent(version, event, context)),
      );
    },
  });

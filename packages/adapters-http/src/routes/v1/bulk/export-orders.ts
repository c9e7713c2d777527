import type { ExportOrders } from "@ordo/application";
import { Readable } from "node:stream";
import { z } from "zod";
import { answerWith } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { filterFields, toOrderFilter } from "../orders/list-query.ts";
import { orderResource } from "../orders/order-schema.ts";
import { presentOrder } from "../orders/present-order.ts";
import { prefix } from "../prefix.ts";
import { csvHeader, csvRow } from "./order-csv.ts";

const NDJSON = "application/x-ndjson";
const CSV = "text/csv";

export const exportOrders = (useCase: ExportOrders) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/export`,
    operationId: "exportOrders",
    tag: "Many orders",
    summary: "Export orders",
    description:
      "Every order that matches, streamed: one JSON object a line, or one CSV row (RFC 4180) with Accept: text/csv. An answer that ends before its last chunk broke off.",
    scope: "orders:read",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query: z.strictObject(filterFields), headers: readHeaders }),
    success: {
      status: 200,
      description: "The orders, one a line.",
      schema: orderResource,
      headers: [],
      mediaTypes: [NDJSON, CSV],
    },
    problems: [],
    handle: async ({ query }, context, { mediaType }) => {
      const orders = useCase(toOrderFilter(query), context);
      const lines = async function* () {
        if (mediaType === CSV) yield csvHeader;
        for await (const order of orders) {
          const shown = presentOrder(order, context);
          yield mediaType === CSV ? csvRow(shown) : `${JSON.stringify(shown)}\n`;
        }
      };
      // As bytes, so that what waits is bounded by size and not by the number of lines.
      const body = Readable.from(lines(), { objectMode: false });
      return answerWith({
        stream: {
          mediaType: mediaType === CSV ? `${CSV}; charset=utf-8; header=present` : NDJSON,
          body,
        },
      });
    },
  });

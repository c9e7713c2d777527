import type { GetCustomer, ListOrders, OrderPosition } from "@ordo/application";
import { CustomerId } from "@ordo/domain";
import { z } from "zod";
import type { Cursors } from "../../../cursors/cursors.ts";
import { answerFault, answerRead, answerWith } from "../../../operation/answer.ts";
import { pageOfTexts, pageRequestOf } from "../../../operation/answer-page.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { readHeaders } from "../../../operation/request-input.ts";
import { listQuery, toOrderFilter, toOrderSort } from "../orders/list-query.ts";
import { orderPage } from "../orders/order-schema.ts";
import type { OrderTexts } from "../orders/order-texts.ts";
import { prefix } from "../prefix.ts";
import { customerParams } from "./customer-schema.ts";

interface Reads {
  readonly getCustomer: GetCustomer;
  readonly listOrders: ListOrders;
}

export const listCustomerOrders = (
  { getCustomer, listOrders }: Reads,
  texts: OrderTexts,
  cursors: Cursors<OrderPosition>,
) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/customers/:customerId/orders`,
    operationId: "listCustomerOrders",
    tag: "Customers",
    summary: "List a customer's orders",
    description: "As the list of orders, of one customer.",
    scope: "orders:read",
    cacheControl: "no-store",
    input: z.object({
      params: customerParams,
      query: listQuery.omit({ customerId: true }),
      headers: readHeaders,
    }),
    success: {
      status: 200,
      description: "A page of orders.",
      schema: orderPage,
      headers: ["Link"],
    },
    problems: ["not-found"],
    handle: async ({ params, query: { cursor, ...fields } }, context) => {
      const customerId = CustomerId(params.customerId);
      const path = `${prefix}/customers/${customerId}/orders`;
      const request = { path, fields, cursor, cursors };
      const page = pageRequestOf(request);
      if (page.isErr()) return answerFault(page.error);
      const customer = await getCustomer(customerId, context);
      if (customer.isErr()) return answerRead(customer, () => ({}));
      const filter = { ...toOrderFilter({ ...fields, customerId }), customerId };
      const { revisionKept, textOf } = texts.forRequest(context);
      const found = await listOrders(
        { filter, sort: toOrderSort(fields.sort), page: page.value },
        context,
        revisionKept,
      );
      return answerWith(pageOfTexts(request, found, (reading) => textOf(reading).json));
    },
  });

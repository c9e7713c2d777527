import type { GetOrder } from "@ordo/application";
import { type Order, OrderId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../operation/answer.ts";
import { defineOperation } from "../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../operation/request-input.ts";
import type { OperationDescription } from "../../operation/operation.ts";
import type { Scope } from "../../plugins/authentication/access.ts";
import { orderParams } from "./orders/order-schema.ts";
import { prefix } from "./prefix.ts";

interface OrderPart<Shown extends object> extends Pick<
  OperationDescription,
  "operationId" | "tag" | "summary" | "description"
> {
  /** The collection below the order. */
  readonly collection: "payments" | "fulfillments" | "returns";
  readonly schema: z.ZodType;
  readonly scope: Scope;
  readonly present: (order: Order) => readonly Shown[];
}

/** Reads one kind of the order's parts, all of them: the domain bounds their number. */
export const listOrderParts = <Shown extends object>(
  useCase: GetOrder,
  { collection, schema, present, ...described }: OrderPart<Shown>,
) =>
  defineOperation({
    ...described,
    method: "GET",
    path: `${prefix}/orders/:orderId/${collection}`,
    cacheControl: "no-store",
    input: z.object({ params: orderParams, query: nothing, headers: readHeaders }),
    success: {
      status: 200,
      description: "All of them, oldest first.",
      schema: z.object({ items: z.array(schema) }),
      headers: ["ETag"],
    },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(await useCase(OrderId(params.orderId), context), (order) => ({
        body: { items: present(order) },
        version: order.version,
      })),
  });

import type { AsOf, ExpandOrders, Expansion, GetOrder, RereadOrder } from "@ordo/application";
import { type Order, OrderId } from "@ordo/domain";
import { err, ok } from "neverthrow";
import { z } from "zod";
import { type Answer, answerRead, type Handled } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { readHeaders } from "../../../operation/request-input.ts";
import { digestTag } from "../../../plugins/conditional-requests.ts";
import type { Scope } from "../../../plugins/authentication/access.ts";
import { queryInteger, queryTime } from "../../../schemas/query.ts";
import { toTimestamp } from "../../../schemas/timestamp.ts";
import { customerResource } from "../customers/customer-schema.ts";
import { presentCustomer } from "../customers/present-customer.ts";
import { prefix } from "../prefix.ts";
import { presentProduct } from "../products/present-product.ts";
import { productResource } from "../products/product-schema.ts";
import { orderParams, orderResource } from "./order-schema.ts";
import type { OrderTexts } from "./order-texts.ts";
import { presentOrder } from "./present-order.ts";

const expansions = {
  customer: "customers:read",
  products: "products:read",
} as const satisfies Record<Expansion, Scope>;

const readQuery = z.strictObject({
  version: queryInteger(1, Number.MAX_SAFE_INTEGER, "Send a version, an integer from 1 on.")
    .optional()
    .meta({ description: "As it was at this version; not beside `at`." }),
  at: queryTime.optional().meta({ description: "As it was at this time; not beside `version`." }),
  expand: z
    .enum(["customer", "products", "customer,products", "products,customer"])
    .optional()
    .meta({ description: "What else to show, as it is now; needs the scope to read that." }),
});

const expandedOrder = orderResource
  .extend({
    customer: customerResource
      .nullish()
      .meta({ description: "With expand=customer; null for a guest." }),
    products: z.array(productResource).optional().meta({ description: "With expand=products." }),
  })
  .meta({ id: "OrderRead" });

interface Reads {
  readonly getOrder: GetOrder;
  readonly rereadOrder: RereadOrder;
  readonly expandOrders: ExpandOrders;
}

export const getOrder = (reads: Reads, texts: OrderTexts) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/orders/:orderId`,
    operationId: "getOrder",
    tag: "Orders",
    summary: "Read an order",
    description:
      "As it is, or as it was at a version or time: then it lists no actions. A token that acts as a customer reads only that customer's orders; any other is not found.",
    scope: "orders:read",
    cacheControl: "no-store",
    input: z.object({ params: orderParams, query: readQuery, headers: readHeaders }),
    success: { status: 200, description: "The order.", schema: expandedOrder, headers: ["ETag"] },
    problems: ["not-found", "two-moments"],
    handle: async ({ params, query }, context, { scopes }): Promise<Handled> => {
      // No list of parameters says that two exclude each other, so this is no fault of shape.
      if (query.version !== undefined && query.at !== undefined)
        return { result: err({ type: "Contradiction", code: "two-moments" }), replayed: false };

      const expand = expansionsOf(query.expand);
      const denied = expand.map((what) => expansions[what]).find((scope) => !scopes.has(scope));
      if (denied !== undefined)
        return { result: err({ type: "ScopeMissing", scope: denied }), replayed: false };

      const asOf = asOfOf(query);
      const orderId = OrderId(params.orderId);
      if (asOf === undefined && expand.length === 0) {
        const { revisionKept, textOf } = texts.forRequest(context);
        const read = await reads.rereadOrder(orderId, context, revisionKept(orderId));
        return answerRead(read.map(textOf), ({ json, version }) => ({ json, version }));
      }
      const found = await reads.getOrder(orderId, context, asOf);
      if (found.isErr() || expand.length === 0)
        return answerRead(found, (order) => ({
          body: shown(order, asOf),
          version: order.version,
        }));

      const expanded = await reads.expandOrders({ orders: [found.value], expand }, context);
      const body = {
        ...shown(found.value, asOf),
        ...(expand.includes("customer") && {
          customer: expanded.customers.map(presentCustomer)[0] ?? null,
        }),
        ...(expand.includes("products") && { products: expanded.products.map(presentProduct) }),
      };
      // What it is expanded with changes without a new version of the order.
      const answer: Answer = { body, etag: digestTag(JSON.stringify(body)) };
      return { result: ok(answer), replayed: false };

      function shown(order: Order, moment: AsOf | undefined) {
        const resource = presentOrder(order, context);
        return moment === undefined ? resource : { ...resource, actions: [] };
      }
    },
  });

const expansionsOf = (expand: string | undefined): readonly Expansion[] =>
  (["customer", "products"] as const).filter((what) => expand?.split(",").includes(what));

const asOfOf = (query: z.output<typeof readQuery>): AsOf | undefined => {
  if (query.version !== undefined) return { version: query.version };
  return query.at === undefined ? undefined : { at: toTimestamp(query.at) };
};

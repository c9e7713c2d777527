import type { GetCustomer } from "@ordo/application";
import { CustomerId } from "@ordo/domain";
import { z } from "zod";
import { answerRead } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { customerParams, customerResource } from "./customer-schema.ts";
import { presentCustomer } from "./present-customer.ts";

export const getCustomer = (useCase: GetCustomer) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/customers/:customerId`,
    operationId: "getCustomer",
    tag: "Customers",
    summary: "Read a customer",
    description:
      "A token that acts as a customer reads only that customer; any other is not found.",
    scope: "customers:read",
    cacheControl: "no-store",
    input: z.object({ params: customerParams, query: nothing, headers: readHeaders }),
    success: {
      status: 200,
      description: "The customer.",
      schema: customerResource,
      headers: ["ETag"],
    },
    problems: ["not-found"],
    handle: async ({ params }, context) =>
      answerRead(await useCase(CustomerId(params.customerId), context), (customer) => ({
        body: presentCustomer(customer),
        version: customer.version,
      })),
  });

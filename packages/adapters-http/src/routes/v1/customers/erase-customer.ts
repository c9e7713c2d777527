import type { EraseCustomer } from "@ordo/application";
import { CustomerId } from "@ordo/domain";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { customerParams } from "./customer-schema.ts";

export const eraseCustomer = (useCase: EraseCustomer) =>
  defineOperation({
    method: "DELETE",
    path: `${prefix}/customers/:customerId`,
    operationId: "eraseCustomer",
    tag: "Customers",
    summary: "Erase a customer",
    description:
      "Erases the customer's personal data. Afterwards the customer is not found, and its email is free.",
    scope: "customers:erase",
    cacheControl: "no-store",
    ifMatch: "required",
    input: z.object({ params: customerParams, query: nothing, headers: changeHeaders }),
    success: { status: 204, description: "The customer is erased.", headers: [] },
    problems: ["not-found", "open-orders", "staff-only"],
    handle: async ({ params }, context, { ifMatch }) =>
      answerWrite(
        await useCase(
          { customerId: CustomerId(params.customerId), expectedVersion: ifMatch },
          context,
        ),
        () => ({}),
      ),
  });

import type { CreatedPosition, ListCustomers } from "@ordo/application";
import { z } from "zod";
import type { Cursors } from "../../../cursors/cursors.ts";
import { answerFault, answerWith } from "../../../operation/answer.ts";
import { pageAnswer, pageRequestOf } from "../../../operation/answer-page.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, readHeaders } from "../../../operation/request-input.ts";
import { email } from "../../../schemas/email.ts";
import { pageFields } from "../../../schemas/query.ts";
import { prefix } from "../prefix.ts";
import { customerPage } from "./customer-schema.ts";
import { presentCustomer } from "./present-customer.ts";

const query = z.strictObject({
  email: email.optional().meta({ description: "Compared without regard to case." }),
  ...pageFields,
});

export const listCustomers = (useCase: ListCustomers, cursors: Cursors<CreatedPosition>) =>
  defineOperation({
    method: "GET",
    path: `${prefix}/customers`,
    operationId: "listCustomers",
    tag: "Customers",
    summary: "List customers",
    description: "Newest first. A token that acts as a customer lists only that customer.",
    scope: "customers:read",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query, headers: readHeaders }),
    success: {
      status: 200,
      description: "A page of customers.",
      schema: customerPage,
      headers: ["Link"],
    },
    problems: [],
    handle: async ({ query: { cursor, ...fields } }, context) => {
      const request = { path: `${prefix}/customers`, fields, cursor, cursors };
      const page = pageRequestOf(request);
      if (page.isErr()) return answerFault(page.error);
      const filter = { ...(fields.email !== undefined && { email: fields.email }) };
      const found = await useCase({ filter, page: page.value }, context);
      return answerWith(pageAnswer(request, found, presentCustomer));
    },
  });

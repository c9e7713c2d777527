import type { CustomerChanges, GetCustomer, UpdateCustomer } from "@ordo/application";
import { type Customer, CustomerId } from "@ordo/domain";
import { z } from "zod";
import { answerRead, answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, changeHeaders } from "../../../operation/request-input.ts";
import { patchedMetadata } from "../../../schemas/metadata.ts";
import { prefix } from "../prefix.ts";
import { writeWhatWasRead } from "../write-what-was-read.ts";
import { customerParams, customerPatch, customerResource } from "./customer-schema.ts";
import { presentCustomer } from "./present-customer.ts";

export const changeCustomer = (useCase: UpdateCustomer, read: GetCustomer) =>
  defineOperation({
    method: "PATCH",
    path: `${prefix}/customers/:customerId`,
    operationId: "changeCustomer",
    tag: "Customers",
    summary: "Change a customer",
    description: "Orders keep the email they were placed with.",
    scope: "customers:write",
    cacheControl: "no-store",
    ifMatch: "required",
    input: z.object({
      params: customerParams,
      query: nothing,
      headers: changeHeaders,
      body: customerPatch,
    }),
    examples: {
      name: {
        summary: "Another name, and no phone",
        value: { name: "Ada King", phone: null, metadata: { crm: "4711" } },
      },
    },
    success: {
      status: 200,
      description: "The customer as changed.",
      schema: customerResource,
      headers: ["ETag", "Preference-Applied"],
    },
    problems: ["not-found", "email-taken", "staff-only"],
    handle: async ({ params, body }, context, { ifMatch }) => {
      const customerId = CustomerId(params.customerId);
      const written = await writeWhatWasRead(
        () => read(customerId, context),
        ifMatch,
        (was, expectedVersion) =>
          useCase({ customerId, expectedVersion, changes: changesOf(body, was) }, context),
      );
      return "outcome" in written
        ? answerWrite(written.outcome, (customer) => ({
            body: presentCustomer(customer),
            version: customer.version,
          }))
        : answerRead(written.notFound, () => ({}));
    },
  });

const changesOf = (patch: z.output<typeof customerPatch>, was: Customer): CustomerChanges => ({
  ...(patch.email !== undefined && { email: patch.email }),
  ...(patch.name !== undefined && { name: patch.name }),
  ...(patch.phone !== undefined && { phone: patch.phone }),
  ...(patch.metadata !== undefined && { metadata: patchedMetadata(was.metadata, patch.metadata) }),
});

import type { CreateCustomer } from "@ordo/application";
import { z } from "zod";
import { answerWrite } from "../../../operation/answer.ts";
import { defineOperation } from "../../../operation/define-operation.ts";
import { nothing, writeHeaders } from "../../../operation/request-input.ts";
import { prefix } from "../prefix.ts";
import { customerResource, newCustomer } from "./customer-schema.ts";
import { presentCustomer } from "./present-customer.ts";

export const createCustomer = (useCase: CreateCustomer) =>
  defineOperation({
    method: "POST",
    path: `${prefix}/customers`,
    operationId: "createCustomer",
    tag: "Customers",
    summary: "Create a customer",
    description: "Registers a customer, who can then be named in orders. Guests need no customer.",
    scope: "customers:write",
    cacheControl: "no-store",
    input: z.object({ params: nothing, query: nothing, headers: writeHeaders, body: newCustomer }),
    examples: {
      customer: {
        summary: "A customer",
        value: {
          email: "ada@example.com",
          name: "Ada Lovelace",
          phone: "+44 20 7946 0000",
          metadata: { crm: "c-17" },
        },
      },
    },
    success: {
      status: 201,
      description: "The customer as created.",
      schema: customerResource,
      headers: ["Location", "ETag", "Idempotent-Replayed", "Preference-Applied"],
    },
    problems: ["email-taken", "staff-only", "idempotency-key-in-use", "idempotency-key-reused"],
    handle: async ({ body }, context) =>
      answerWrite(
        await useCase(
          {
            email: body.email,
            name: body.name ?? null,
            phone: body.phone ?? null,
            metadata: body.metadata,
          },
          context,
        ),
        (customer) => ({
          body: presentCustomer(customer),
          version: customer.version,
          location: `${prefix}/customers/${customer.id}`,
        }),
      ),
  });

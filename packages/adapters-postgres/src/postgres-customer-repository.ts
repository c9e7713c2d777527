import type { CustomerRepository } from "@ordo/application";
import { sql } from "kysely";
import { err, ok } from "neverthrow";
import { customerRow, decodeCustomer } from "./codecs/customer-codec.ts";
import type { OrdoDatabase } from "./database.ts";
import { runOnce } from "./idempotency/run-once.ts";

export const makePostgresCustomerRepository = (database: OrdoDatabase): CustomerRepository => ({
  find: async (tenantId, customerId) => {
    const row = await database
      .forTenant(tenantId)
      .selectFrom("customers")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", customerId)
      .executeTakeFirst();
    return row && decodeCustomer(row);
  },

  add: ({ tenantId, claim, customer }) =>
    runOnce(database.forTenant(tenantId), {
      tenantId,
      claim,
      effect: async (trx) => {
        const added = await trx
          .insertInto("customers")
          .values(customerRow(tenantId, customer))
          .onConflict((conflict) => conflict.expression(sql`tenant_id, lower(email)`).doNothing())
          .returning("id")
          .executeTakeFirst();
        return added ? ok(customer) : err({ type: "EmailTaken", email: customer.email });
      },
      record: () => ({ kind: "customer", customer }),
      recall: async (_trx, outcome) => {
        if (outcome.kind !== "customer")
          throw new Error(`a key of a customer recorded a ${outcome.kind}`);
        return outcome.customer;
      },
    }),
});

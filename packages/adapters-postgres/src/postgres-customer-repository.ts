import type { CustomerRepository } from "@ordo/application";
import { type Kysely, sql } from "kysely";
import { err, ok } from "neverthrow";
import { customerRow, decodeCustomer } from "./codecs/customer-codec.ts";
import type { Database } from "./database.ts";
import { runOnce } from "./idempotency/run-once.ts";

export const makePostgresCustomerRepository = (db: Kysely<Database>): CustomerRepository => ({
  find: async (tenantId, customerId) => {
    const row = await db
      .selectFrom("customers")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", customerId)
      .executeTakeFirst();
    return row && decodeCustomer(row);
  },

  add: ({ tenantId, claim, customer }) =>
    runOnce(db, {
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

import type { CustomerFilter, CustomerRepository } from "@ordo/application";
import { sql } from "kysely";
import { err, ok } from "neverthrow";
import { customerRow, decodeCustomer } from "./codecs/customer-codec.ts";
import { beyondCreated, positionOf, readingDirection } from "./created-page.ts";
import { cutPage } from "./cut-page.ts";
import type { OrdoDatabase } from "./database.ts";
import { runOnce } from "./idempotency/run-once.ts";
import { changeCustomer } from "./catalog-write/change-customer.ts";
import { openOrders } from "./catalog-write/open-orders.ts";

export const makePostgresCustomerRepository = (database: OrdoDatabase): CustomerRepository => ({
  find: async (tenantId, customerId) => {
    const row = await database
      .forTenant(tenantId)
      .selectFrom("customers")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", customerId)
      .where("erased_at", "is", null)
      .executeTakeFirst();
    return row && decodeCustomer(row);
  },

  findMany: async (tenantId, customerIds) => {
    const rows = await database
      .forTenant(tenantId)
      .selectFrom("customers")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", sql<string>`any(${customerIds}::uuid[])`)
      .where("erased_at", "is", null)
      .execute();
    return rows.map(decodeCustomer);
  },

  list: async (tenantId, filter, page) => {
    const direction = readingDirection(page);
    const rows = await database
      .forTenant(tenantId)
      .selectFrom("customers")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("erased_at", "is", null)
      .where((eb) => eb.and([...conditions(filter), ...beyondCreated(page)]))
      .orderBy("created_at", direction)
      .orderBy("id", direction)
      .limit(page.limit + 1)
      .execute();
    return cutPage(rows.map(decodeCustomer), page, positionOf);
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

  update: (request) => changeCustomer(database.forTenant(request.tenantId), request),

  erase: (request) =>
    changeCustomer(database.forTenant(request.tenantId), request, (trx) =>
      openOrders(trx, request),
    ),
});

const conditions = ({ email }: CustomerFilter) =>
  // The collation of the column, or lower() would follow the database's.
  email === undefined ? [] : [sql<boolean>`lower(email) = lower(${email} collate pg_c_utf8)`];

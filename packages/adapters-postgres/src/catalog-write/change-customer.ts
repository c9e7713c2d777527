import type { CustomerUpdate, Outcome, Rejection } from "@ordo/application";
import type { Customer } from "@ordo/domain";
import type { Kysely, Transaction } from "kysely";
import { err } from "neverthrow";
import { customerRow, decodeCustomer } from "../codecs/customer-codec.ts";
import type { Database } from "../database.ts";
import { changeRow } from "./change-row.ts";

type Guard = (trx: Transaction<Database>) => Promise<Rejection | undefined>;

/** Changes a customer under its row's lock, unless the guard stands in the way. */
export const changeCustomer = (
  db: Kysely<Database>,
  { tenantId, customerId, change }: CustomerUpdate,
  guard: Guard = async () => undefined,
): Promise<Outcome<Customer>> =>
  changeRow<Customer>(db, {
    lock: async (trx) => {
      const row = await trx
        .selectFrom("customers")
        .selectAll()
        .where("tenant_id", "=", tenantId)
        .where("id", "=", customerId)
        .where("erased_at", "is", null)
        // Keeps out orders that are about to name the customer, until this is decided.
        .forUpdate()
        .executeTakeFirst();
      return row && decodeCustomer(row);
    },
    missing: { type: "CustomerNotFound", customerId },
    change: async (current, trx) => {
      const changed = change(current);
      if (changed.isErr()) return changed;
      const rejection = await guard(trx);
      return rejection ? err(rejection) : changed;
    },
    store: async (trx, customer) => {
      const { tenant_id: _tenantId, id: _id, ...columns } = customerRow(tenantId, customer);
      await trx
        .updateTable("customers")
        .set(columns)
        .where("tenant_id", "=", tenantId)
        .where("id", "=", customerId)
        .executeTakeFirstOrThrow();
    },
    unique: {
      index: "customers_email_key",
      taken: ({ email }) => ({ type: "EmailTaken", email }),
    },
  });

import type { Migration } from "kysely/migration";
import * as catalog from "./0001-catalog.ts";
import * as orders from "./0002-orders.ts";
import * as archivedAndErased from "./0004-archived-and-erased.ts";
import * as idempotencyKeys from "./0003-idempotency-keys.ts";

/** Every migration, run in the order of the names. A released one never changes. */
export const migrations: Readonly<Record<string, Required<Migration>>> = {
  "0001-catalog": catalog,
  "0002-orders": orders,
  "0003-idempotency-keys": idempotencyKeys,
  "0004-archived-and-erased": archivedAndErased,
};

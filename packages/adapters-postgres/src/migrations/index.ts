import * as catalog from "./0001-catalog.ts";
import * as orders from "./0002-orders.ts";
import * as idempotencyKeys from "./0003-idempotency-keys.ts";
import * as rowLevelSecurity from "./0004-row-level-security.ts";
import * as orderListColumns from "./0007-order-list-columns.ts";
import * as fillOrderListColumns from "./0008-fill-order-list-columns.ts";
import * as orderListIndexes from "./0009-order-list-indexes.ts";
import * as changeFeedIndex from "./0010-change-feed-index.ts";
import * as archivedAndErased from "./0011-archived-and-erased.ts";
import * as orderStatusColumns from "./0012-order-status-columns.ts";
import * as fillOrderStatusColumns from "./0013-fill-order-status-columns.ts";
import * as orderStatusIndexes from "./0014-order-status-indexes.ts";
import * as dueWork from "./0015-due-work.ts";
import * as fillDueWork from "./0016-fill-due-work.ts";
import * as dueIndexes from "./0017-due-indexes.ts";
import * as migrationsShown from "./0018-migrations-shown.ts";
import type { OrdoMigration } from "./migration.ts";

/** Every migration, run in the order of the names. A released one never changes. */
export const migrations: Readonly<Record<string, OrdoMigration>> = {
  "0001-catalog": catalog,
  "0002-orders": orders,
  "0003-idempotency-keys": idempotencyKeys,
  "0004-row-level-security": rowLevelSecurity,
  "0007-order-list-columns": orderListColumns,
  "0008-fill-order-list-columns": fillOrderListColumns,
  "0009-order-list-indexes": orderListIndexes,
  "0010-change-feed-index": changeFeedIndex,
  "0011-archived-and-erased": archivedAndErased,
  "0012-order-status-columns": orderStatusColumns,
  "0013-fill-order-status-columns": fillOrderStatusColumns,
  "0014-order-status-indexes": orderStatusIndexes,
  "0015-due-work": dueWork,
  "0016-fill-due-work": fillDueWork,
  "0017-due-indexes": dueIndexes,
  "0018-migrations-shown": migrationsShown,
};

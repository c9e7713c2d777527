import type { TestStorage } from "../storage-ports.ts";
import { changeFeedContract } from "./change-feed-contract.ts";
import { customerRepositoryContract } from "./customer-repository-contract.ts";
import { orderExportContract } from "./order-export-contract.ts";
import { orderJournalContract } from "./order-journal-contract.ts";
import { dueOrdersContract } from "./due-orders-contract.ts";
import { dueTenantsContract } from "./due-tenants-contract.ts";
import { idempotencyRetentionContract } from "./idempotency-retention-contract.ts";
import { orderContinuationContract } from "./order-continuation-contract.ts";
import { orderNumbersContract } from "./order-numbers-contract.ts";
import { orderQueriesContract } from "./order-queries-contract.ts";
import { orderRereadingContract } from "./order-rereading-contract.ts";
import { orderRepositoryContract } from "./order-repository-contract.ts";
import { orderStatusFiltersContract } from "./order-status-filters-contract.ts";
import { orderStockContract } from "./order-stock-contract.ts";
import { productRepositoryContract } from "./product-repository-contract.ts";

/** The contracts of all storage ports, for an adapter that provides them over one store. */
export const storageContract = (storage: () => TestStorage): void => {
  customerRepositoryContract(storage);
  productRepositoryContract(storage);
  orderRepositoryContract(storage);
  orderJournalContract(storage);
  orderContinuationContract(storage);
  orderStockContract(storage);
  dueOrdersContract(storage);
  dueTenantsContract(storage);
  idempotencyRetentionContract(storage);
  orderQueriesContract(storage);
  orderRereadingContract(storage);
  orderStatusFiltersContract(storage);
  orderExportContract(storage);
  changeFeedContract(storage);
  orderNumbersContract(storage);
};

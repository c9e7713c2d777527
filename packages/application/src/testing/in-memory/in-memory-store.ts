import type { Customer, Order, OrderEvent, Product } from "@ordo/domain";
import type { RecordedOutcome } from "../../idempotency.ts";
import type { InventoryAdjustment } from "../../inventory-adjustment.ts";
import type { JournalEntry } from "../../ports/output/order-journal.ts";
import type { TenantId } from "../../tenant-id.ts";

export interface StoredOrder {
  readonly order: Order;
  readonly journal: readonly OrderEvent[];
}

export interface StoredKey {
  readonly fingerprint: string;
  readonly outcome: RecordedOutcome;
  /** Milliseconds since it was first used, as far as tests let time pass. */
  readonly age: number;
}

/** One tenant's data. Every port changes it synchronously, so each change is atomic. */
export interface TenantData {
  readonly orders: Map<string, StoredOrder>;
  /** Every event of the tenant in the order it was written. */
  readonly feed: JournalEntry[];
  readonly customers: Map<string, Customer>;
  readonly products: Map<string, Product>;
  readonly adjustments: InventoryAdjustment[];
  readonly keys: Map<string, StoredKey>;
  lastNumber: number;
}

export interface InMemoryStore {
  all(): Iterable<readonly [TenantId, TenantData]>;
  of(tenantId: TenantId): TenantData;
}

export const makeInMemoryStore = (): InMemoryStore => {
  const tenants = new Map<TenantId, TenantData>();
  return {
    all: () => tenants,
    of: (tenantId) => {
      const known = tenants.get(tenantId);
      if (known) return known;
      const fresh: TenantData = {
        orders: new Map(),
        feed: [],
        customers: new Map(),
        products: new Map(),
        adjustments: [],
        keys: new Map(),
        lastNumber: 1000,
      };
      tenants.set(tenantId, fresh);
      return fresh;
    },
  };
};

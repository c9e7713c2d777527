import { gatewayOf } from "../use-cases/payments/gateway-of.ts";
import { makeUseCases } from "../use-cases/make-use-cases.ts";
import type { WriteContext } from "../context.ts";
import type { UseCases } from "../ports/input/use-cases.ts";
import { TenantId } from "../tenant-id.ts";
import { makeCountingIds } from "./counting-ids.ts";
import { makeFixedClock } from "./fixed-clock.ts";
import { makeInMemoryStorage } from "./in-memory/in-memory-storage.ts";
import type { TestStorage } from "./storage-ports.ts";

export interface Application {
  readonly useCases: UseCases;
  readonly storage: TestStorage;
  readonly clock: ReturnType<typeof makeFixedClock>;
}

/** The whole application over one fresh in-memory store, for tests of use cases and driving adapters. */
export const anApplication = (payments = gatewayOf()): Application => {
  const storage = makeInMemoryStorage();
  const clock = makeFixedClock();
  return {
    useCases: makeUseCases({ ...storage, payments, clock, ids: makeCountingIds() }),
    storage,
    clock,
  };
};

/** A clerk of some tenant, without protection against its own retries. */
export const staff: WriteContext = {
  tenantId: TenantId("01990000-0000-7000-8000-00000000aaaa"),
  actor: { type: "user", id: "clerk" },
  actingCustomerId: null,
  deadline: null,
  claim: null,
};

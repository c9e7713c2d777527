import { idempotencyRetentionDays } from "../../idempotency.ts";
import type { IdempotencyRetention } from "../../ports/output/idempotency-retention.ts";
import type { InMemoryStore } from "./in-memory-store.ts";

const retention = idempotencyRetentionDays * 86_400_000;

export const makeInMemoryIdempotencyRetention = (store: InMemoryStore): IdempotencyRetention => ({
  forgetOld: async (limit) => {
    let forgotten = 0;
    for (const [, { keys }] of store.all())
      for (const [id, { age }] of keys) {
        if (forgotten === limit) return forgotten;
        if (age > retention && keys.delete(id)) forgotten += 1;
      }
    return forgotten;
  },
});

/** As if every key there is had been used so many milliseconds earlier. */
export const ageKeys = (store: InMemoryStore, milliseconds: number): void => {
  for (const [, { keys }] of store.all())
    for (const [id, key] of keys) keys.set(id, { ...key, age: key.age + milliseconds });
};

import type { UseCases } from "../ports/input/use-cases.ts";
import { makeUseCases } from "../use-cases/make-use-cases.ts";
import { makeCountingIds } from "./counting-ids.ts";
import { makeFixedClock } from "./fixed-clock.ts";
import { makeInMemoryStorage } from "./in-memory/in-memory-storage.ts";

/** The whole application over one fresh in-memory store, for tests of driving adapters. */
export const makeInMemoryUseCases = (): UseCases =>
  makeUseCases({ ...makeInMemoryStorage(), clock: makeFixedClock(), ids: makeCountingIds() });

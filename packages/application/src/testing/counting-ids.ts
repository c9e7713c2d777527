import type { IdGenerator } from "../ports/output/id-generator.ts";

/** UUIDv7-shaped ids that count up from 1: unique within one generator, and the same in every run. */
export const makeCountingIds = (): IdGenerator => {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return `01990000-0000-7000-8000-${count.toString(16).padStart(12, "0")}`;
    },
  };
};

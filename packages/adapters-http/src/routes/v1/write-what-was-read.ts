import type { ExpectedVersion, NotFound, Outcome } from "@ordo/application";
import { err, type Result } from "neverthrow";

/**
 * Applies a patch: reads, and writes on the condition that what was read is still so. Who sent `If-Match: *`
 * wants the change whatever else happens, so for them it is read again when someone else was faster.
 */
export const writeWhatWasRead = async <
  T extends { readonly version: number },
  O extends Outcome<T>,
>(
  read: () => Promise<Result<T, NotFound>>,
  ifMatch: ExpectedVersion,
  write: (was: T, expectedVersion: ExpectedVersion) => Promise<O>,
): Promise<{ readonly outcome: O } | { readonly notFound: Result<never, NotFound> }> => {
  for (let attempt = 1; ; attempt += 1) {
    const found = await read();
    if (found.isErr()) return { notFound: err(found.error) };
    const { version } = found.value;
    const isMeant = ifMatch === null || [ifMatch].flat().includes(version);
    const outcome = await write(found.value, isMeant ? version : ifMatch);
    const isLate = outcome.result.isErr() && outcome.result.error.type === "StaleVersion";
    if (!isLate || ifMatch !== null || attempt === attempts) return { outcome };
  }
};

const attempts = 5;

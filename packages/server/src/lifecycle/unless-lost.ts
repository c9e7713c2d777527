import { StartupError } from "../startup-error.ts";

/**
 * Waits for the signal to stop; when the database that this process started is lost first, closes
 * everything and fails.
 *
 * @throws StartupError when it was lost
 */
export const unlessLost = async <T>(
  lost: Promise<void>,
  stopSignal: Promise<T>,
  close: () => Promise<void>,
): Promise<T> => {
  const first = await Promise.race([
    stopSignal.then((signal) => ({ signal })),
    lost.then(() => null),
  ]);
  if (first !== null) return first.signal;
  await using closing = new AsyncDisposableStack();
  closing.defer(close);
  throw new StartupError(
    "The embedded PostgreSQL has ended unexpectedly: start again, and what was committed is recovered.",
  );
};

/** Is told how writes fare, for measuring; must not throw. */
export interface WriteObserver {
  /** A batch is done, however it ended; `seconds` from its first statement to the answer of its last. */
  batchWritten(batch: { readonly items: number; readonly seconds: number }): void;
  /** Gets what tells how many writes wait for a batch now. */
  watchQueue(length: () => number): void;
}

/** Sees nothing. */
export const silentObserver: WriteObserver = {
  batchWritten: () => undefined,
  watchQueue: () => undefined,
};

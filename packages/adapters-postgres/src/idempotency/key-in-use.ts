/** Ends a transaction whose key a running one holds. An exception, because only that rolls back. */
export class KeyInUse extends Error {
  override readonly name = "KeyInUse";

  constructor(options?: ErrorOptions) {
    super("the first request with this idempotency key still runs", options);
  }
}

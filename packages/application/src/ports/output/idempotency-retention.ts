/** Forgets what idempotency keys stand for once nobody can count on them any more. */
export interface IdempotencyRetention {
  /**
   * Forgets at most so many keys, of all tenants, that were first used longer than
   * `idempotencyRetentionDays` ago by the store's own clock.
   *
   * @returns how many were forgotten; fewer than `limit` when no such key is left
   */
  forgetOld(limit: number): Promise<number>;
}

/** The issuer's keys cannot be fetched, so no token can be judged. An outage, not a fault of the token. */
export class KeysUnavailable extends Error {
  override readonly name = "KeysUnavailable";
}

/** Whose tokens are accepted. */
export type AuthenticationOptions = TokenExpectations & (SharedSecret | RemoteKeys);

interface TokenExpectations {
  /** Must equal the token's `iss`. */
  readonly issuer: string;
  /** Must be (among) the token's `aud`. */
  readonly audience: string;
}

/** HS256 with one secret that issuer and server share. */
interface SharedSecret {
  /** At least 32 bytes (RFC 7518 § 3.2). */
  readonly secret: string | Uint8Array;
}

/** Public keys that the issuer publishes (RFC 7517). */
interface RemoteKeys {
  readonly jwksUrl: URL;
  /** Signature algorithms accepted; by default every asymmetric one of {@link asymmetricAlgorithms}. */
  readonly algorithms?: readonly AsymmetricAlgorithm[];
}

export const asymmetricAlgorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"] as const;
export type AsymmetricAlgorithm = (typeof asymmetricAlgorithms)[number];

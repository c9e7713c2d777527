import { createRemoteJWKSet, errors, type JWTVerifyOptions, jwtVerify } from "jose";
import { err, ok, type Result } from "neverthrow";
import { type AuthenticationOptions, asymmetricAlgorithms } from "./authentication-options.ts";
import { assertKeyMaterial } from "./key-material.ts";
import { KeysUnavailable } from "./keys-unavailable.ts";
import { makeTokenCache } from "./token-cache.ts";
import { readClaims, type VerifiedToken } from "./token-claims.ts";

/** Verifies JWTs, and remembers those that are good until they expire. */
export interface TokenVerifier {
  /** What was verified before and has not expired, at once. */
  readonly known: (token: string) => VerifiedToken | undefined;
  /** The error says what is wrong with the token, in words fit for its sender. */
  readonly verify: (token: string) => Promise<Result<VerifiedToken, string>>;
}

/** @throws when the secret is too short to be safe */
export const makeTokenVerifier = (
  options: AuthenticationOptions,
  cachedTokens: number,
): TokenVerifier => {
  const verifySignature = makeVerifySignature(options);
  const cache = makeTokenCache(cachedTokens);
  return {
    known: (token) => cache.get(token),
    verify: async (token) => {
      const known = cache.get(token);
      if (known) return ok(known);
      const payload = await verifySignature(token);
      if (payload.isErr()) return err(payload.error);
      const verified = readClaims(payload.value);
      if ("fault" in verified) return err(verified.fault);
      cache.set(token, verified);
      return ok(verified);
    },
  };
};

const makeVerifySignature = (options: AuthenticationOptions) => {
  const verify = makeVerify(options);
  return async (token: string): Promise<Result<unknown, string>> => {
    try {
      return ok((await verify(token)).payload);
    } catch (error) {
      const fault = faultOf(error);
      if (fault !== undefined) return err(fault);
      // Nothing but fetching the keys is left to fail.
      throw "jwksUrl" in options
        ? new KeysUnavailable("No keys from the issuer", { cause: error })
        : error;
    }
  };
};

const makeVerify = (options: AuthenticationOptions) => {
  const expectations: JWTVerifyOptions = {
    issuer: options.issuer,
    audience: options.audience,
    requiredClaims: ["exp", "sub", "tenant"],
  };
  if ("secret" in options) {
    const key = assertKeyMaterial(options.secret, "the JWT secret");
    return (token: string) => jwtVerify(token, key, { ...expectations, algorithms: ["HS256"] });
  }
  const keys = createRemoteJWKSet(options.jwksUrl);
  const algorithms = [...(options.algorithms ?? asymmetricAlgorithms)];
  return (token: string) => jwtVerify(token, keys, { ...expectations, algorithms });
};

const faultOf = (error: unknown): string | undefined => {
  if (error instanceof errors.JWTExpired) return "The token has expired";
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The token's ${error.claim} claim is missing or not accepted`;
  if (error instanceof errors.JOSEAlgNotAllowed) return "The token's algorithm is not accepted";
  if (
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  )
    return "The token's signature is not valid";
  if (
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JOSENotSupported
  )
    return "The token is malformed";
  return undefined;
};

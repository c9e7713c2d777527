import type { VerifiedToken } from "./token-claims.ts";

/** Remembers verified tokens until they expire, at most `capacity` of them; the oldest goes first. */
export const makeTokenCache = (capacity: number) => {
  const tokens = new Map<string, VerifiedToken>();
  return {
    get: (token: string): VerifiedToken | undefined => {
      const verified = tokens.get(token);
      if (verified === undefined || Date.now() < verified.expiresAt * 1000) return verified;
      tokens.delete(token);
      return undefined;
    },
    set: (token: string, verified: VerifiedToken): void => {
      if (tokens.size >= capacity && !tokens.has(token)) {
        const oldest = tokens.keys().next();
        if (!oldest.done) tokens.delete(oldest.value);
      }
      tokens.set(token, verified);
    },
  };
};

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Positions as clients carry them. */
export interface ConsistencyTokens {
  readonly seal: (position: string) => string;
  /** The position; undefined for a token that is not ours, or of another secret. */
  readonly open: (token: string) => string | undefined;
}

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Sealed (AES-GCM, NIST SP 800-38D), not just signed: a position tells how much the whole installation writes,
 * which is no tenant's business. The key is derived (HKDF, RFC 5869) for this purpose alone.
 */
export const makeConsistencyTokens = (keyMaterial: string | Uint8Array): ConsistencyTokens => {
  const key = Buffer.from(hkdfSync("sha256", keyMaterial, "", "ordo consistency token v1", 32));
  return {
    seal: (position) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce);
      const sealed = Buffer.concat([cipher.update(position), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
    },
    open: (token) => {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length < nonceBytes + tagBytes) return undefined;
      const nonce = bytes.subarray(0, nonceBytes);
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes });
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const opened = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
        return Buffer.concat(opened).toString();
      } catch {
        return undefined;
      }
    },
  };
};

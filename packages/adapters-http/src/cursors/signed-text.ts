import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Text that only we can have written. */
export interface TextSigner {
  sign(text: string): string;
  /** The text, or undefined when it was not signed by this key. */
  open(signed: string): string | undefined;
}

/**
 * Signs with HMAC-SHA-256, under a key derived (HKDF, RFC 5869) from the key material for this purpose alone.
 * The text stays readable to whoever decodes it: it is authenticated, not secret.
 */
export const makeTextSigner = (keyMaterial: string | Uint8Array, purpose: string): TextSigner => {
  const key = Buffer.from(hkdfSync("sha256", keyMaterial, "", purpose, 32));
  const macOf = (payload: string) =>
    createHmac("sha256", key).update(payload).digest().subarray(0, macBytes);
  return {
    sign: (text) => {
      const payload = Buffer.from(text).toString("base64url");
      return `${payload}.${macOf(payload).toString("base64url")}`;
    },
    open: (signed) => {
      const [payload, mac, ...rest] = signed.split(".");
      if (payload === undefined || mac === undefined || rest.length > 0) return undefined;
      const given = Buffer.from(mac, "base64url");
      const expected = macOf(payload);
      return given.length === expected.length && timingSafeEqual(given, expected)
        ? Buffer.from(payload, "base64url").toString()
        : undefined;
    },
  };
};

// 128 bits (RFC 2104 § 5: at least half of the hash): forging one is out of reach, and URLs stay short.
const macBytes = 16;

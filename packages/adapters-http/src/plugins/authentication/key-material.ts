const minBytes = 32;

/**
 * The secret as bytes.
 *
 * @throws when it has fewer than 32 bytes (RFC 7518 § 3.2: an HS256 key is at least as long as the hash)
 */
export const assertKeyMaterial = (secret: string | Uint8Array, name: string): Uint8Array => {
  const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
  if (bytes.length < minBytes)
    throw new Error(`${name} has ${bytes.length} bytes; it needs at least ${minBytes}`);
  return bytes;
};

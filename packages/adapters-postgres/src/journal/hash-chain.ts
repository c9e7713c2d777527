import { createHash } from "node:crypto";

/**
 * The hash of an event in its order's chain: SHA-256 of the previous event's hash (nothing for the first),
 * the version as four bytes, big-endian, and the event's text in UTF-8, exactly as `order_events.data`
 * holds it. An event that was changed, removed, added or moved breaks the chain from there on.
 *
 * @param previous the hash of the version before; null for version 1
 * @param data the stored text of the event
 */
export const chainHash = (previous: Buffer | null, version: number, data: string): Buffer => {
  const place = Buffer.allocUnsafe(4);
  place.writeUInt32BE(version);
  const hash = createHash("sha256");
  if (previous !== null) hash.update(previous);
  return hash.update(place).update(data, "utf8").digest();
};

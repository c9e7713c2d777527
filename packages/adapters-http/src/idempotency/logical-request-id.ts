import { createHash } from "node:crypto";
import type { WriteContext } from "@ordo/application";

/**
 * The id that all attempts of one keyed request share, as a UUID (version 8, RFC 9562 § 5.8).
 *
 * A replayed answer must be the same bytes as the first one, and a problem carries a `requestId`.
 * By the fingerprint, a retry *is* the same request, so its recorded refusal names that request and not
 * the attempt; nothing about the attempt needs to be stored. The log ties each attempt's own id to it.
 */
export const logicalRequestId = ({ tenantId, claim }: WriteContext): string | undefined => {
  if (claim === null) return undefined;
  const digest = createHash("sha256")
    .update(JSON.stringify([tenantId, claim.clientId, claim.key, claim.fingerprint]))
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
};

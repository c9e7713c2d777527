import type { Customer, OrderId, Product } from "@ordo/domain";
import type { InventoryAdjustment } from "./inventory-adjustment.ts";
import type { OperationRef } from "./outcome.ts";
import type { Rejection } from "./rejection.ts";

/** Days for which a key stands for its request; afterwards the same key makes a new one (http-api.md, rule 5). */
export const idempotencyRetentionDays = 30;

/**
 * A caller's claim that this request happens at most once (draft-ietf-httpapi-idempotency-key-header).
 * Unique per tenant and client; two requests are the same request when their fingerprints are equal.
 */
export interface IdempotencyClaim {
  /** Who chose the key: keys of different clients never meet. */
  readonly clientId: string;
  readonly key: string;
  /** Digest of method, target and canonical body, in hexadecimal. */
  readonly fingerprint: string;
}

/**
 * What a key stands for once its request has run. An order is kept as the version the request made
 * and rebuilt from the journal; a customer, product or adjustment has no journal and is kept whole.
 */
export type RecordedOutcome =
  | RecordedOrder
  | { readonly kind: "adjustment"; readonly adjustment: InventoryAdjustment }
  | { readonly kind: "customer"; readonly customer: Customer }
  | { readonly kind: "product"; readonly product: Product }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

/**
 * `order`: the request is done. `continuing`: its first part is, and payment operations that it opened
 * wait for their provider; whoever brings the key again carries on (docs/decisions/0013).
 */
export type RecordedOrder =
  | {
      readonly kind: "order";
      readonly orderId: OrderId;
      readonly version: number;
      readonly subject?: string;
    }
  | {
      readonly kind: "continuing";
      readonly orderId: OrderId;
      readonly version: number;
      readonly subject?: string;
      readonly operations: readonly OperationRef[];
    };

/** The key cannot answer for this request; nothing ran and nothing is recorded. */
export type ClaimFault =
  /** The key already stands for another request. */
  | { readonly type: "IdempotencyKeyReused" }
  /** The first request with this key still runs. */
  | { readonly type: "IdempotencyKeyInUse" };

import type { Amount, Currency, OrderId, PaymentId } from "@ordo/domain";
import type { TenantId } from "../../tenant-id.ts";

/** The payment providers there are, by name. */
export interface PaymentGateway {
  /** Undefined when there is none of this name. */
  provider(name: string): PaymentProvider | undefined;
  /** Every name, for people. */
  readonly names: readonly string[];
}

/**
 * Moves money. Each call has a key that the provider must honor: asked again under the same key it
 * answers what became of the first call and does nothing a second time. A provider that cannot tell in
 * time answers `unknown`; it throws only for bugs.
 */
export interface PaymentProvider {
  /** Promises the money. */
  readonly authorize: (request: ProviderRequest) => Promise<ProviderAnswer>;
  /** Takes what was promised, whole or in part. */
  readonly capture: (request: ProviderRequest) => Promise<ProviderAnswer>;
  /** Gives up what was promised and not taken. */
  readonly void: (request: ProviderRequest) => Promise<ProviderAnswer>;
  /** Gives back what was taken, whole or in part. */
  readonly refund: (request: ProviderRequest) => Promise<ProviderAnswer>;
}

export interface ProviderRequest {
  /** The provider's idempotency key: the payment's id and the operation's number. */
  readonly key: string;
  readonly tenantId: TenantId;
  readonly orderId: OrderId;
  readonly paymentId: PaymentId;
  /** Minor units of `currency`. */
  readonly amount: Amount;
  readonly currency: Currency;
  /** The provider's own name for the payment, as far as it has one. */
  readonly reference: string | null;
}

export type ProviderAnswer =
  /** `reference` is the provider's name for the payment when it gave one now, else null. */
  | { readonly outcome: "succeeded"; readonly reference: string | null }
  | { readonly outcome: "failed"; readonly reason: string }
  | { readonly outcome: "unknown"; readonly reason: string };

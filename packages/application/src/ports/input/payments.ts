import type { Amount, Order, OrderId, Payment, PaymentId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { RequestContext } from "../../context.ts";
import type { NotFound, OrderItemNotFound } from "../../rejection.ts";
import type { CommandOrder, OrderTarget } from "./order-command.ts";
import type { SweepInput, SweepReport } from "./sweep.ts";

/*
 * A payment command answers once the provider has: the operations of the answered order tell whether
 * they succeeded, failed (a declined card is an answer, not a refusal) or are unknown (the provider did
 * not answer in time). A retry under the same key takes up unfinished work and never pays twice
 * (docs/decisions/0013).
 */

/**
 * Asks the provider to promise the money and, with `capture`, to take it at once; with the provider
 * `manual` notes what happened elsewhere. `subject` is the payment. Money recorded for a canceled order
 * is given back at once. Rejections: `UnknownPaymentProvider`, `PaymentOutcomeIsUnknown`,
 * `AmountMustBeAPositiveInteger`, `TooManyItems`.
 */
export type AddPayment = CommandOrder<AddPaymentInput>;

export interface AddPaymentInput extends OrderTarget {
  /** Minor units; null for what is still owed. */
  readonly amount: Amount | null;
  readonly provider: string;
  /** The provider's own name for the payment, or what it needs to make one, such as a card token. */
  readonly reference: string | null;
  readonly capture: boolean;
}

/**
 * Takes authorized money. Rejections: `OrderItemNotFound`, `NothingIsLeftToCapture`,
 * `CaptureExceedsAuthorization`, `PaymentOutcomeIsUnknown`.
 */
export type CapturePayment = CommandOrder<PaymentAmountInput>;

/**
 * Gives money back. Rejections: `OrderItemNotFound`, `NothingIsLeftToRefund`, `RefundExceedsCapture`,
 * `PaymentOutcomeIsUnknown`. What is more than was paid too much lowers the total by a credit line.
 */
export type RefundPayment = CommandOrder<PaymentAmountInput>;

/** Gives up what is authorized and not captured. Rejections: `OrderItemNotFound`, `NothingIsLeftToVoid`, `PaymentOutcomeIsUnknown`. */
export type VoidPayment = CommandOrder<PaymentTarget>;

export interface PaymentTarget extends OrderTarget {
  readonly paymentId: PaymentId;
}

export interface PaymentAmountInput extends PaymentTarget {
  /** Minor units; null for all that is left. */
  readonly amount: Amount | null;
}

/** Reads one payment, with the order it belongs to. */
export type GetPayment = (
  input: { readonly orderId: OrderId; readonly paymentId: PaymentId },
  context: RequestContext,
) => Promise<
  Result<{ readonly order: Order; readonly payment: Payment }, NotFound | OrderItemNotFound>
>;

/**
 * Asks the providers again about operations of unknown outcome, and about those requested longer than
 * `olderThan` ago, whose request broke off; under the same provider key, so nothing is paid twice. For
 * a scheduler that calls again while `remaining` is true.
 */
export type ReconcilePayments = (
  input: ReconcilePaymentsInput,
  context: RequestContext,
) => Promise<SweepReport>;

export interface ReconcilePaymentsInput extends SweepInput {
  /** Milliseconds. */
  readonly olderThan: number;
}

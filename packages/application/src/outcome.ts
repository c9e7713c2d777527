import type { Order, OrderEvent, PaymentId } from "@ordo/domain";
import type { Result } from "neverthrow";
import type { ClaimFault } from "./idempotency.ts";
import type { Rejection } from "./rejection.ts";

/** What a write answers: the new state, or the one reason why there is none. */
export interface Outcome<T> {
  readonly result: Result<T, Rejection | ClaimFault>;
  /** True when an earlier request with the same key did the work, and this is its answer again. */
  readonly replayed: boolean;
}

/** What a command on an order answers. */
export interface OrderOutcome extends Outcome<Order> {
  /**
   * The id of the hold, edit, payment, fulfillment, return, exchange or credit line that the command
   * made, the same again in a replay. Absent when it made none.
   */
  readonly subject?: string;
  /** Set by a dry run that was accepted: the events that would happen. Nothing did. */
  readonly preview?: readonly OrderEvent[];
}

/** One operation of one payment: their ids make the provider's idempotency key. */
export interface OperationRef {
  readonly paymentId: PaymentId;
  /** The operation's number within its payment. */
  readonly operation: number;
}

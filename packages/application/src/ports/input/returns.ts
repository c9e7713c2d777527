import type { ReceiptLine, ReturnId, ReturnRequestLine } from "@ordo/domain";
import type { CommandOrder, OrderTarget } from "./order-command.ts";
import type { NewOrderLine } from "./order-lines.ts";

/**
 * Asks to send delivered units back; `subject` is the return. A customer may. Rejections:
 * `NoUnitCanBeReturned`, `OrderHasNoSuchItem`, those of quantities.
 */
export type RequestReturn = CommandOrder<RequestReturnInput>;

export interface RequestReturnInput extends OrderTarget {
  readonly lines: readonly ReturnRequestLine[];
}

/** Each next step of a return. Rejections: `OrderItemNotFound`, `ReturnStatusForbids`. */
export type ApproveReturn = CommandOrder<ReturnTarget>;
export type CloseReturn = CommandOrder<ReturnTarget>;
/** A customer may, while nobody has decided on it. */
export type CancelReturn = CommandOrder<ReturnTarget>;
export type RejectReturn = CommandOrder<RejectReturnInput>;
/** Beside, those of quantities and `OrderHasNoSuchItem`. */
export type ReceiveReturn = CommandOrder<ReceiveReturnInput>;

export interface ReturnTarget extends OrderTarget {
  readonly returnId: ReturnId;
}

export interface RejectReturnInput extends ReturnTarget {
  readonly reason: string | null;
}

export interface ReceiveReturnInput extends ReturnTarget {
  readonly lines: readonly ReceiptLine[];
}

/**
 * A return and the lines that replace what comes back, in one decision; `subject` is the exchange.
 * Rejections: those of requesting a return, any of pricing, `UnknownProduct`, `ProductArchived`,
 * `InsufficientStock`.
 */
export type CreateExchange = CommandOrder<CreateExchangeInput>;

export interface CreateExchangeInput extends OrderTarget {
  readonly lines: readonly ReturnRequestLine[];
  readonly replacements: readonly NewOrderLine[];
}

export type { Customer } from "./customer/customer.ts";
export type { Amount } from "./money/amount.ts";
export { isAmount } from "./money/amount.ts";
export { apportion } from "./money/apportion.ts";
export type { Currency } from "./money/currency.ts";
export { currencies, currencyExponent, isCurrency } from "./money/currency.ts";
export { proportion } from "./money/divide.ts";
export type { BasisPoints } from "./money/rate.ts";
export { isRate } from "./money/rate.ts";
export type { Address } from "./order/address.ts";
export type { Permission } from "./order/allowed-actions.ts";
export { allowedActions, allowedCommands } from "./order/allowed-actions.ts";
export type * from "./order/commands/amendment-commands.ts";
export type * from "./order/commands/fulfillment-commands.ts";
export type * from "./order/commands/lifecycle-commands.ts";
export type * from "./order/commands/payment-commands.ts";
export type * from "./order/commands/placement-commands.ts";
export type * from "./order/commands/return-commands.ts";
export type { CreditLine } from "./order/credits/credit-line.ts";
export { decide } from "./order/decide.ts";
export type { Decision } from "./order/decision.ts";
export { describeRejection } from "./order/describe-rejection.ts";
export type { Discount, DiscountTerms } from "./order/discount.ts";
export { deadlineOf, unsettledSince } from "./order/due.ts";
export type { Edit, EditChanges, EditOperation } from "./order/edits/edit.ts";
export type * from "./order/events/amendment-events.ts";
export type * from "./order/events/fulfillment-events.ts";
export type * from "./order/events/lifecycle-events.ts";
export type * from "./order/events/payment-events.ts";
export type * from "./order/events/return-events.ts";
export { evolve, replay } from "./order/evolve.ts";
export type { Explanation, StatusExplanation, Step, SumExplanation } from "./order/explain.ts";
export { explain } from "./order/explain.ts";
export type * from "./order/fulfillments/fulfillment.ts";
export { fulfillmentLifecycle } from "./order/fulfillments/fulfillment-lifecycle.ts";
export type { FulfillmentStatus } from "./order/fulfillments/fulfillment-status.ts";
export { fulfillmentStatus } from "./order/fulfillments/fulfillment-status.ts";
export type { Hold } from "./order/holds/hold.ts";
export type { OrderTaking, StatusTaking } from "./order/lifecycle.ts";
export { lifecycle } from "./order/lifecycle.ts";
export type { CatalogLineInput, CustomLineInput, LineInput } from "./order/line-input.ts";
export type { OrderCommand, OrderCommandType } from "./order/order-command.ts";
export { orderCommandTypes } from "./order/order-command-types.ts";
export type { DetailChanges, OrderDetails } from "./order/order-details.ts";
export type { OrderEvent, OrderEventType } from "./order/order-event.ts";
export type { LineCounters, LineQuantity, OrderLine, PricedLine } from "./order/order-line.ts";
export type * from "./order/order-rejection.ts";
export type { OrderTotals } from "./order/order-totals.ts";
export { orderTotals } from "./order/order-totals.ts";
export type {
  CanceledOrder,
  Cancellation,
  CompletedOrder,
  ConfirmedOrder,
  DraftOrder,
  Order,
  OrderContents,
  OrderLedgers,
  OrderStatus,
  OrderTerms,
  PaymentTerms,
  PendingOrder,
  PlacedOrder,
  TaxMode,
} from "./order/order.ts";
export { orderStatuses } from "./order/order.ts";
export type * from "./order/payments/payment.ts";
export type { PaymentLedger } from "./order/payments/payment-ledger.ts";
export { paymentLedger } from "./order/payments/payment-ledger.ts";
export type { PaymentRejection } from "./order/payments/payment-rejection.ts";
export type { PaymentStatus } from "./order/payments/payment-status.ts";
export { paymentStatus } from "./order/payments/payment-status.ts";
export type { PaymentSums } from "./order/payments/payment-sums.ts";
export { paymentSums } from "./order/payments/payment-sums.ts";
export type { RefundStatus } from "./order/payments/refund-status.ts";
export { refundStatus } from "./order/payments/refund-status.ts";
export type { Exchange } from "./order/returns/exchange.ts";
export type {
  Disposition,
  ReceiptLine,
  Return,
  ReturnLine,
  ReturnRequestLine,
  ReturnState,
} from "./order/returns/return.ts";
export { returnLifecycle } from "./order/returns/return-lifecycle.ts";
export type { ReturnStatus } from "./order/returns/return-status.ts";
export { returnStatus } from "./order/returns/return-status.ts";
export type { ShippingLine, ShippingTerms } from "./order/shipping-line.ts";
export type { StockMovement } from "./order/stock-movements.ts";
export { stockMovements } from "./order/stock-movements.ts";
export type { Totals } from "./order/totals.ts";
export type { Inventory } from "./product/inventory.ts";
export { available } from "./product/inventory.ts";
export type { Product } from "./product/product.ts";
export type { Actor } from "./shared/actor.ts";
export {
  CreditLineId,
  CustomerId,
  EditId,
  ExchangeId,
  FulfillmentId,
  HoldId,
  LineId,
  OrderId,
  PaymentId,
  ProductId,
  ReturnId,
} from "./shared/ids.ts";
export { limits } from "./shared/limits.ts";
export type { Metadata } from "./shared/metadata.ts";
export type { Path } from "./shared/path.ts";
export { Timestamp } from "./shared/timestamp.ts";

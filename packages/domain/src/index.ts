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
export { allowedActions } from "./order/allowed-actions.ts";
export { decide } from "./order/decide.ts";
export type { Discount, DiscountTerms } from "./order/discount.ts";
export { evolve, replay } from "./order/evolve.ts";
export { lifecycle } from "./order/lifecycle.ts";
export type { CatalogLineInput, CustomLineInput, LineInput } from "./order/line-input.ts";
export type {
  CancelOrder,
  OrderCommand,
  OrderCommandType,
  PlaceOrder,
} from "./order/order-command.ts";
export type { OrderCanceled, OrderEvent, OrderPlaced } from "./order/order-event.ts";
export type { OrderLine } from "./order/order-line.ts";
export type {
  OrderRejection,
  PricingRejection,
  StatusForbidsCommand,
  TotalDiffersFromExpected,
} from "./order/order-rejection.ts";
export type {
  CanceledOrder,
  Cancellation,
  Order,
  OrderStatus,
  OrderTerms,
  PaymentTerms,
  PendingOrder,
  TaxMode,
} from "./order/order.ts";
export { orderStatuses } from "./order/order.ts";
export type { ShippingLine, ShippingTerms } from "./order/shipping-line.ts";
export type { StockMovement } from "./order/stock-movements.ts";
export { stockMovements } from "./order/stock-movements.ts";
export type { Totals } from "./order/totals.ts";
export type { Inventory } from "./product/inventory.ts";
export { available } from "./product/inventory.ts";
export type { Product } from "./product/product.ts";
export type { Actor } from "./shared/actor.ts";
export { CustomerId, LineId, OrderId, ProductId } from "./shared/ids.ts";
export { limits } from "./shared/limits.ts";
export type { Metadata } from "./shared/metadata.ts";
export type { Path } from "./shared/path.ts";
export { Timestamp } from "./shared/timestamp.ts";

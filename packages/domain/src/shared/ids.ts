import type { Brand } from "./brand.ts";

/** Identity of an order: a UUIDv7, so that ids sort by creation time. */
export type OrderId = Brand<string, "OrderId">;
/** Identity of one line, stable for the life of its order. */
export type LineId = Brand<string, "LineId">;
export type CustomerId = Brand<string, "CustomerId">;
export type ProductId = Brand<string, "ProductId">;
export type PaymentId = Brand<string, "PaymentId">;
export type FulfillmentId = Brand<string, "FulfillmentId">;
export type ReturnId = Brand<string, "ReturnId">;
export type ExchangeId = Brand<string, "ExchangeId">;
export type EditId = Brand<string, "EditId">;
export type HoldId = Brand<string, "HoldId">;
export type CreditLineId = Brand<string, "CreditLineId">;

// Ids are opaque to the domain: these name a string as what the caller knows it to be.
export const OrderId = (value: string): OrderId => value as OrderId;
export const LineId = (value: string): LineId => value as LineId;
export const CustomerId = (value: string): CustomerId => value as CustomerId;
export const ProductId = (value: string): ProductId => value as ProductId;
export const PaymentId = (value: string): PaymentId => value as PaymentId;
export const FulfillmentId = (value: string): FulfillmentId => value as FulfillmentId;
export const ReturnId = (value: string): ReturnId => value as ReturnId;
export const ExchangeId = (value: string): ExchangeId => value as ExchangeId;
export const EditId = (value: string): EditId => value as EditId;
export const HoldId = (value: string): HoldId => value as HoldId;
export const CreditLineId = (value: string): CreditLineId => value as CreditLineId;

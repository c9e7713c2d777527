import type { Brand } from "./brand.ts";

/** Identity of an order: a UUIDv7, so that ids sort by creation time. */
export type OrderId = Brand<string, "OrderId">;
/** Identity of one line, stable for the life of its order. */
export type LineId = Brand<string, "LineId">;
export type CustomerId = Brand<string, "CustomerId">;
export type ProductId = Brand<string, "ProductId">;

// Ids are opaque to the domain: these name a string as what the caller knows it to be.
export const OrderId = (value: string): OrderId => value as OrderId;
export const LineId = (value: string): LineId => value as LineId;
export const CustomerId = (value: string): CustomerId => value as CustomerId;
export const ProductId = (value: string): ProductId => value as ProductId;

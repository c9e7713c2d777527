declare const brand: unique symbol;

/** One merchant's world: a UUID. Nothing crosses from one tenant to another. */
export type TenantId = string & { readonly [brand]: "TenantId" };
export const TenantId = (value: string): TenantId => value as TenantId;

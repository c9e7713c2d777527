import type { Metadata } from "../shared/metadata.ts";
import type { Address } from "./address.ts";

/** What may be changed without changing what was agreed. */
export interface OrderDetails {
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  readonly note: string | null;
  readonly internalNote: string | null;
  readonly tags: readonly string[];
  readonly metadata: Metadata;
}

/** New values; an absent key stays as it is. */
export type DetailChanges = Partial<OrderDetails>;

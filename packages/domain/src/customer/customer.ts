import type { CustomerId } from "../shared/ids.ts";
import type { Metadata } from "../shared/metadata.ts";
import type { Timestamp } from "../shared/timestamp.ts";

export interface Customer {
  readonly id: CustomerId;
  /** 1 when created, +1 with every change. */
  readonly version: number;
  /** Unique per tenant without regard to case; kept as it was given. */
  readonly email: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly metadata: Metadata;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  /** When the personal data was erased; null while there is some. */
  readonly erasedAt: Timestamp | null;
}

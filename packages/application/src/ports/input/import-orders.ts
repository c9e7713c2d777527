import type { WriteContext } from "../../context.ts";
import type { IdempotencyClaim } from "../../idempotency.ts";
import type { OrderOutcome } from "../../outcome.ts";
import type { PlaceOrderInput } from "./place-order.ts";

/**
 * Places one order per line, a few at a time, and answers each line in its place. A line that is refused
 * stops nothing else. Each line is a request of its own, under a key made from the import's key and the
 * line's number: an import that broke off is resumed by sending it again with the same key, and what was
 * placed is answered as replayed. Memory does not grow with the number of lines.
 */
export type ImportOrders = <Fault>(
  lines: AsyncIterable<ImportLine<Fault>>,
  context: ImportContext,
) => AsyncIterable<ImportedLine<Fault>>;

/** An import always has a key: its lines' keys are made from it. */
export interface ImportContext extends WriteContext {
  readonly claim: IdempotencyClaim;
}

/** A line as it was read: an order, or what is wrong with it, which is passed through. */
export type ImportLine<Fault> =
  | {
      /** 1 for the first. */
      readonly line: number;
      readonly order: PlaceOrderInput;
      /** Digest of the line, in hexadecimal: another line under the same key is refused. */
      readonly fingerprint: string;
    }
  | { readonly line: number; readonly fault: Fault };

export type ImportedLine<Fault> =
  | { readonly line: number; readonly outcome: OrderOutcome }
  | { readonly line: number; readonly fault: Fault };

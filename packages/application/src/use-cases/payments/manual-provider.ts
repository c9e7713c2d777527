import type { PaymentProvider } from "../../ports/output/payment-gateway.ts";

/** The provider of money that moves elsewhere: Ordo takes down that it did. */
export const MANUAL = "manual";

const noted = async () => ({ outcome: "succeeded", reference: null }) as const;

/** Asking it is recording: whatever is asked has been, or is being, seen to by people. */
export const manualProvider: PaymentProvider = {
  authorize: noted,
  capture: noted,
  void: noted,
  refund: noted,
};

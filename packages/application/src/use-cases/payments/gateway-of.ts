import type { PaymentGateway, PaymentProvider } from "../../ports/output/payment-gateway.ts";
import { MANUAL, manualProvider } from "./manual-provider.ts";

/** A gateway to the given providers, and to `manual`, which is always there. */
export const gatewayOf = (
  providers: Readonly<Record<string, PaymentProvider>> = {},
): PaymentGateway => {
  const byName = new Map([[MANUAL, manualProvider], ...Object.entries(providers)]);
  return { provider: (name) => byName.get(name), names: [...byName.keys()] };
};

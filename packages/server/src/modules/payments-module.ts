import { setTimeout } from "node:timers/promises";
import { makeSimulatedProvider } from "@ordo/adapters-payments-simulated";
import { gatewayOf, type PaymentProvider } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Metrics } from "../metrics/metrics.ts";
import { guardProvider } from "../payments/guard-provider.ts";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** How late the simulated provider answers when it is told to, in milliseconds. */
const LATE = 2_000;

/** The payment providers. */
export const paymentsModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.payments).toResolvedValue(openGateway, [tokens.settings, tokens.metrics]);
  });

// `manual` asks nobody, and needs no guard.
const openGateway = (
  { simulatedPayments, paymentLimits }: ServerSettings,
  { payments: observer }: Metrics,
) => {
  const providers: Readonly<Record<string, PaymentProvider>> = simulatedPayments
    ? { simulated: makeSimulatedProvider({ wait: () => setTimeout(LATE) }) }
    : {};
  const guarded = Object.entries(providers).map(
    ([name, provider]) => [name, guardProvider(name, provider, paymentLimits, observer)] as const,
  );
  return gatewayOf(Object.fromEntries(guarded));
};

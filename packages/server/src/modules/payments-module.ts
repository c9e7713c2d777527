import { setTimeout } from "node:timers/promises";
import { makeSimulatedProvider } from "@ordo/adapters-payments-simulated";
import { gatewayOf } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** How late the simulated provider answers when it is told to, in milliseconds. */
const LATE = 2_000;

/** The payment providers. */
export const paymentsModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.payments).toResolvedValue(openGateway, [tokens.settings]);
  });

const openGateway = ({ simulatedPayments }: ServerSettings) =>
  gatewayOf(
    simulatedPayments ? { simulated: makeSimulatedProvider({ wait: () => setTimeout(LATE) }) } : {},
  );

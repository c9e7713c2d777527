import { gatewayOf } from "@ordo/application";
import { ContainerModule } from "inversify";
import { tokens } from "../tokens.ts";

/** The payment providers. */
export const paymentsModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.payments).toConstantValue(gatewayOf());
  });

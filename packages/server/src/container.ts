import "reflect-metadata/lite";
import { Container } from "inversify";
import type { Logger } from "pino";
import { applicationModule } from "./modules/application-module.ts";
import { httpModule } from "./modules/http-module.ts";
import { maintenanceModule } from "./modules/maintenance-module.ts";
import { paymentsModule } from "./modules/payments-module.ts";
import { postgresModule } from "./modules/postgres-module.ts";
import { rateLimitModule } from "./modules/rate-limit-module.ts";
import { replicaModule } from "./modules/replica-module.ts";
import { runtimeModule } from "./modules/runtime-module.ts";
import type { ServerSettings } from "./server-settings.ts";

/** The whole house, wired. Nothing connects or listens until something is resolved. */
export const buildContainer = (settings: ServerSettings, logger: Logger): Container => {
  const container = new Container({ defaultScope: "Singleton" });
  container.load(
    runtimeModule(settings, logger),
    postgresModule(),
    replicaModule(),
    paymentsModule(),
    applicationModule(),
    maintenanceModule(),
    rateLimitModule(),
    httpModule(),
  );
  return container;
};

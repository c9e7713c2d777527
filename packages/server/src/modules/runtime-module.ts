import { ContainerModule } from "inversify";
import type { Logger } from "pino";
import { Departure } from "../lifecycle/departure.ts";
import { makeMetrics } from "../metrics/metrics.ts";
import { systemClock } from "../runtime/system-clock.ts";
import { uuidV7Ids } from "../runtime/uuid-v7-ids.ts";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** What comes from the process: settings, log, clock, randomness. */
export const runtimeModule = (settings: ServerSettings, logger: Logger): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.settings).toConstantValue(settings);
    bind(tokens.logger).toConstantValue(logger);
    bind(tokens.metrics).toResolvedValue(({ build }) => makeMetrics(build), [tokens.settings]);
    bind(tokens.tracing).toConstantValue(settings.tracing);
    bind(tokens.departure).toResolvedValue(() => new Departure());
    bind(tokens.clock).toConstantValue(systemClock);
    bind(tokens.ids).toConstantValue(uuidV7Ids);
  });

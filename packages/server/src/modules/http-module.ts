import { buildApp } from "@ordo/adapters-http";
import { isDatabaseUnavailable, isTurnedAway } from "@ordo/adapters-postgres";
import type { UseCases } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Departure } from "../lifecycle/departure.ts";
import { makeReadiness } from "../lifecycle/readiness.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { OpenReplica } from "./replica-module.ts";
import type { OpenRateLimiter } from "./rate-limit-module.ts";
import type { ServerSettings } from "../server-settings.ts";
import type { Tracing } from "../tracing/tracing.ts";
import { tokens } from "../tokens.ts";

/** The HTTP API, ready to listen. */
export const httpModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.app).toResolvedValue(openApp, [
      tokens.useCases,
      tokens.settings,
      tokens.probePool,
      tokens.logger,
      tokens.metrics,
      tokens.departure,
      tokens.rateLimiter,
      tokens.tracing,
      tokens.replica,
    ]);
  });

const openApp = (
  useCases: UseCases,
  settings: ServerSettings,
  probePool: Pool,
  logger: Logger,
  metrics: Metrics,
  departure: Departure,
  { limiter }: OpenRateLimiter,
  tracing: Tracing | null,
  replica: OpenReplica | null,
) => {
  const shown = settings.shareMetrics?.(metrics.registry) ?? metrics;
  const readiness = makeReadiness(
    probePool,
    { url: settings.database.url, migrated: settings.migrated === true },
    departure,
  );
  return buildApp(useCases, {
    authentication: settings.authentication,
    cursorSecret: settings.cursorSecret,
    documentation: settings.documentation,
    logger,
    ...(tracing && { instrumentation: tracing.requests }),
    observer: metrics.http,
    admission: settings.admission,
    admissionObserver: metrics.admission,
    limits: settings.limits,
    ...(settings.rateLimits && {
      rateLimits: { quotas: settings.rateLimits, limiter, observer: metrics.rateLimits },
    }),
    ...(replica && { readReplica: replica }),
    trustedProxies: settings.trustedProxies,
    ...(settings.metrics && { metrics: shown }),
    isUnavailable: isDatabaseUnavailable,
    isTurnedAway,
    isLeaving: () => departure.leaving,
    readiness: async () => {
      const checks = await readiness();
      metrics.process.ready(Object.values(checks).every((fault) => fault === null));
      return checks;
    },
  });
};

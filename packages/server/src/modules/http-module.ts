import { buildApp } from "@ordo/adapters-http";
import { isDatabaseUnavailable } from "@ordo/adapters-postgres";
import type { UseCases } from "@ordo/application";
import { ContainerModule } from "inversify";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { ServerSettings } from "../server-settings.ts";
import { tokens } from "../tokens.ts";

/** The HTTP API, ready to listen. */
export const httpModule = (): ContainerModule =>
  new ContainerModule(({ bind }) => {
    bind(tokens.app).toResolvedValue(openApp, [
      tokens.useCases,
      tokens.settings,
      tokens.pool,
      tokens.logger,
    ]);
  });

const openApp = (useCases: UseCases, settings: ServerSettings, pool: Pool, logger: Logger) =>
  buildApp(useCases, {
    authentication: settings.authentication,
    cursorSecret: settings.cursorSecret,
    documentation: settings.documentation,
    logger,
    isUnavailable: isDatabaseUnavailable,
    readiness: async () => {
      await pool.query("select 1");
      return true;
    },
  });

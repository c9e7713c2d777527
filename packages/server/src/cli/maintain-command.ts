import { randomBytes } from "node:crypto";
import { Command, Option } from "commander";
import { type Config, readConfig } from "../config/config.ts";
import { listFaults } from "../config/list-faults.ts";
import { buildContainer } from "../container.ts";
import { settleKeys } from "../keys.ts";
import { makeLogger } from "../logging/make-logger.ts";
import {
  type MaintenanceTaskName,
  maintenanceTaskNames,
} from "../maintenance/maintenance-task-name.ts";
import { settleSettings } from "../settle-settings.ts";
import { StartupError } from "../startup-error.ts";
import { assertUpToDate } from "./assert-up-to-date.ts";
import { type DatabaseOptions, withDatabase, withDatabaseOptions } from "./database-options.ts";
import { maintain } from "./maintain.ts";
import type { Terminal } from "./terminal.ts";
import { tokens } from "../tokens.ts";

interface MaintainOptions extends DatabaseOptions {
  readonly task: readonly MaintenanceTaskName[];
}

/** Some orders could not be seen to: not 1, which says that the command could not run. */
const ordersFailed = 2;

/** `ordo maintain`: what a server does on a schedule, once. */
export const maintainCommand = (terminal: Terminal): Command =>
  withDatabaseOptions(new Command("maintain"))
    .summary("expire, settle and forget what is due, once")
    .description(
      "Does once what a server does on a schedule unless ENABLE_MAINTENANCE=false, for every tenant: ends orders whose deadline has passed, asks payment providers again about outcomes that are unknown, and forgets idempotency keys older than 30 days. For whoever prefers cron. It may run while servers and others of its kind do.",
    )
    .addOption(
      new Option("--task <name...>", "only these")
        .choices(maintenanceTaskNames)
        .default(maintenanceTaskNames, "every task"),
    )
    .addHelpText("after", help)
    .action(({ task, ...options }: MaintainOptions) =>
      withDatabase(options, terminal, async (url) => {
        await assertUpToDate(url);
        const config = configOf(terminal.env, url);
        const settings = settleSettings(config, await settleKeys(config), url, null);
        const logger = await makeLogger({ ...config, LOG_LEVEL: "silent" });
        const container = buildContainer(settings, logger);
        try {
          const sound = await maintain(container.get(tokens.maintenance), task, terminal);
          if (!sound) terminal.exitWith(ordersFailed);
        } finally {
          await container.unbindAllAsync();
        }
      }),
    );

/** The server's configuration, but for the keys that it proves callers by: nobody calls. */
const configOf = (env: Terminal["env"], url: string): Config => {
  const unused = randomBytes(32).toString("hex");
  const { JWKS_URL: _issuer, ...rest } = env;
  return readConfig({ ...rest, JWT_SECRET: unused, DATABASE_URL: url }).match(
    (config) => config,
    (faults) => {
      throw new StartupError(listFaults(faults));
    },
  );
};

const help = `
It reads the same environment as the server: NODE_ENV and PAYMENT_* say how
payment providers are asked. What it did is on standard output, one line for each
task; progress goes to standard error. Exits with 0 when all went well, 1 when it
could not run, 2 when it broke on orders, which it then names.`;

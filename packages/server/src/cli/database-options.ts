import { type Command, InvalidArgumentError } from "commander";
import { environment } from "../config/environment.ts";
import { borrowDatabase } from "../open-database.ts";
import { reachable } from "../reachable.ts";
import { StartupError } from "../startup-error.ts";
import type { Terminal } from "./terminal.ts";

export interface DatabaseOptions {
  readonly databaseUrl?: string;
  readonly dataDir?: string;
}

/** The options that say which database a command works on; the environment may give them. */
export const withDatabaseOptions = (command: Command): Command =>
  command
    .option(
      "--database-url <url>",
      "PostgreSQL to work on (env: DATABASE_URL, which keeps the password from whoever lists processes); without either, the development database, also while its server runs",
      postgresUrl,
    )
    .option(
      "--data-dir <path>",
      'where the development server keeps its data (env: ORDO_DATA_DIR, default: ".ordo")',
    );

/** Opens the database for as long as `work` runs. What cannot be reached is named, without its password. */
export const withDatabase = async (
  options: DatabaseOptions,
  { env, progress }: Terminal,
  work: (url: string) => Promise<void>,
): Promise<void> => {
  // An empty variable counts as not given.
  const config = {
    DATABASE_URL: options.databaseUrl ?? given(env["DATABASE_URL"] || undefined),
    ORDO_DATA_DIR: options.dataDir ?? (env["ORDO_DATA_DIR"] || ".ordo"),
  };
  if (env["NODE_ENV"] === "production" && config.DATABASE_URL === undefined)
    throw new StartupError(
      "DATABASE_URL is needed in production: without it this would be done to a database for development.",
    );
  const server = await borrowDatabase(config, (message) => void progress.write(`${message}\n`));
  try {
    await reachable(server.url, () => work(server.url));
  } finally {
    await server.close();
  }
};

const faultOf = (url: string | undefined): string | undefined =>
  environment.shape.DATABASE_URL.safeParse(url).error?.issues[0]?.message;

const given = (url: string | undefined): string | undefined => {
  const fault = faultOf(url);
  if (fault !== undefined) throw new StartupError(`DATABASE_URL ${fault}.`);
  return url;
};

const postgresUrl = (text: string): string => {
  const fault = faultOf(text);
  if (fault !== undefined) throw new InvalidArgumentError(`It ${fault}.`);
  return text;
};

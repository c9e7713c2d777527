import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { borrowDatabase } from "../open-database.ts";
import { reachable } from "../reachable.ts";
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
      "PostgreSQL to work on, as the role that owns the schema (env: DATABASE_URL); without it, the development database, also while its server runs",
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
    DATABASE_URL: options.databaseUrl ?? (env["DATABASE_URL"] || undefined),
    ORDO_DATA_DIR: options.dataDir ?? (env["ORDO_DATA_DIR"] || ".ordo"),
  };
  const server = await borrowDatabase(config, (message) => void progress.write(`${message}\n`));
  try {
    await reachable(server.url, () => work(server.url));
  } finally {
    await server.close();
  }
};

const postgresUrl = (text: string): string => {
  if (!z.url({ protocol: /^postgres(ql)?$/ }).safeParse(text).success)
    throw new InvalidArgumentError("It must be a postgresql:// URL.");
  return text;
};

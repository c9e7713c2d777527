import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { type DatabaseServer, openDatabase } from "../open-database.ts";
import { reachable } from "../reachable.ts";
import type { Terminal } from "./database-terminal.ts";

export interface DatabaseOptions {
  readonly databaseUrl?: string;
  readonly dataDir: string;
}

/** The options that say which database a command works on; the environment may give them. */
export const withDatabaseOptions = (command: Command): Command =>
  command
    .addOption(
      new Option(
        "--database-url <url>",
        "PostgreSQL to work on, as the role that owns the schema; without it, the development server",
      )
        .env("DATABASE_URL")
        .argParser(postgresUrl),
    )
    .addOption(
      new Option("--data-dir <path>", "where the development server keeps its data")
        .env("ORDO_DATA_DIR")
        .default(".ordo"),
    );

/** Opens the database for as long as `work` runs. What cannot be reached is named, without its password. */
export const withDatabase = async (
  { databaseUrl, dataDir }: DatabaseOptions,
  { err }: Terminal,
  work: (url: string) => Promise<void>,
): Promise<void> => {
  const say = (message: string): void => void err.write(`${message}\n`);
  const config = { DATABASE_URL: databaseUrl, ORDO_DATA_DIR: dataDir };
  const server: DatabaseServer = await openDatabase(config, say);
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

import { migrateDown, migrateToLatest, migrationStatus } from "@ordo/adapters-postgres";
import { Command } from "commander";
import { type DatabaseOptions, withDatabase, withDatabaseOptions } from "./database-options.ts";
import type { Terminal } from "./terminal.ts";

/** `ordo migrate`: the schema, forward and back. */
export const migrateCommand = (terminal: Terminal): Command =>
  new Command("migrate")
    .summary("move the database schema forward and back")
    .description("Moves the database schema forward and back, and tells where it is.")
    .addCommand(upCommand(terminal))
    .addCommand(downCommand(terminal))
    .addCommand(statusCommand(terminal));

const upCommand = (terminal: Terminal): Command =>
  withDatabaseOptions(new Command("up"))
    .summary("apply what is missing")
    .description(
      "Applies every migration that is missing, oldest first. Any number of instances may run this at once: one migrates, the others wait. Writers never wait for it longer than 3 seconds; a migration that finds a table in use gives way and tries again.",
    )
    .action((options: DatabaseOptions) =>
      withDatabase(options, terminal, async (url) => {
        const { print } = terminal;
        const applied = await migrateToLatest(url, print);
        print(applied.length === 0 ? "The schema is up to date." : `Applied ${counted(applied)}.`);
      }),
    );

const downCommand = (terminal: Terminal): Command =>
  withDatabaseOptions(new Command("down"))
    .summary("take the newest migration back")
    .description(
      "Takes back the newest migration, with the data that only it has a place for: nothing but a backup brings these back. Stop servers that need it first; the previous release runs with it and without it.",
    )
    .action((options: DatabaseOptions) =>
      withDatabase(options, terminal, async (url) => {
        const undone = await migrateDown(url, terminal.print);
        if (undone === undefined) terminal.print("No migration is applied.");
      }),
    );

const statusCommand = (terminal: Terminal): Command =>
  withDatabaseOptions(new Command("status"))
    .summary("list migrations")
    .description("Lists every migration and whether it is applied. Changes no schema.")
    .action((options: DatabaseOptions) =>
      withDatabase(options, terminal, async (url) => {
        const { print } = terminal;
        const known = await migrationStatus(url);
        for (const { name, applied } of known) print(`${applied ? "applied" : "pending"}  ${name}`);
        const pending = known.filter(({ applied }) => !applied);
        print(pending.length === 0 ? "The schema is up to date." : `${counted(pending)} to apply.`);
      }),
    );

const counted = ({ length }: readonly unknown[]): string =>
  length === 1 ? "1 migration" : `${String(length)} migrations`;

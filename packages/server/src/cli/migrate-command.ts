import { migrateDown, migrateToLatest, migrationStatus } from "@ordo/adapters-postgres";
import type { Command } from "commander";
import { type DatabaseOptions, withDatabase, withDatabaseOptions } from "./database-options.ts";
import type { Terminal } from "./database-terminal.ts";

export const addMigrateCommand = (program: Command, terminal: Terminal): void => {
  const migrate = program
    .command("migrate")
    .description("Moves the schema forward and back, and tells where it is.");
  const print = (line: string): void => void terminal.out.write(`${line}\n`);

  withDatabaseOptions(migrate.command("up"))
    .description("Apply every migration that is missing, oldest first.")
    .addHelpText("after", upHelp)
    .action((options: DatabaseOptions) =>
      withDatabase(options, terminal, async (url) => {
        const applied = await migrateToLatest(url, print);
        print(applied.length === 0 ? "The schema is up to date." : `Applied ${counted(applied)}.`);
      }),
    );

  withDatabaseOptions(migrate.command("down"))
    .description("Take back the newest migration, with the data that only it has a place for.")
    .action((options: DatabaseOptions) =>
      withDatabase(options, terminal, async (url) => {
        const undone = await migrateDown(url, print);
        if (undone === undefined) print("No migration is applied.");
      }),
    );

  withDatabaseOptions(migrate.command("status"))
    .description("List every migration and whether it is applied. Changes nothing.")
    .action((options: DatabaseOptions) =>
      withDatabase(options, terminal, async (url) => {
        const known = await migrationStatus(url);
        for (const { name, applied } of known) print(`${applied ? "applied" : "pending"}  ${name}`);
        const pending = known.filter(({ applied }) => !applied);
        print(pending.length === 0 ? "The schema is up to date." : `${counted(pending)} to apply.`);
      }),
    );
};

const upHelp = `
Any number of instances may run this at once: one migrates, the others wait.
Writers are never kept waiting for more than 3 seconds; a migration that finds
a table in use gives way and tries again.`;

const counted = ({ length }: readonly unknown[]): string =>
  length === 1 ? "1 migration" : `${String(length)} migrations`;

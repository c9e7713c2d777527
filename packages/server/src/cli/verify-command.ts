import { createDatabase, createPool, migrationStatus } from "@ordo/adapters-postgres";
import { TenantId } from "@ordo/application";
import { type Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { StartupError } from "../startup-error.ts";
import { type DatabaseOptions, withDatabase, withDatabaseOptions } from "./database-options.ts";
import { type ExitCode, exitCode, type Terminal } from "./database-terminal.ts";
import { verify } from "./verify.ts";

interface VerifyOptions extends DatabaseOptions {
  readonly tenant?: TenantId;
}

export const addVerifyCommand = (
  program: Command,
  terminal: Terminal,
  exitWith: (code: ExitCode) => void,
): void => {
  withDatabaseOptions(program.command("verify"))
    .description("Fold every order's events and compare them with what is stored.")
    .option("--tenant <id>", "only this tenant's orders", tenantId)
    .addHelpText("after", verifyHelp)
    .action(({ tenant, ...options }: VerifyOptions) =>
      withDatabase(options, terminal, async (url) => {
        await assertUpToDate(url);
        // As the login: the application's role is held to one tenant and could not list them.
        const pool = createPool({
          url,
          max: 2,
          applicationName: "ordo-verify",
          actAs: "login",
          timeouts: { query: 61_000, statement: 60_000 },
        });
        try {
          const sound = await verify(createDatabase(pool), tenant ?? null, terminal);
          exitWith(sound ? exitCode.ok : exitCode.faulty);
        } finally {
          await pool.end();
        }
      }),
    );
};

const assertUpToDate = async (url: string): Promise<void> => {
  const known = await migrationStatus(url);
  if (known.some(({ applied }) => !applied))
    throw new StartupError(
      "The schema is behind this release. Bring it up to date: ordo migrate up",
    );
};

const verifyHelp = `
For each order it checks that
  versions    count from 1 to the order's own without a gap
  hash chain  every event is the one that was written, unchanged and in its place
  events      what stands beside each event repeats it
  state       is exactly what the events fold to
  columns     that lists filter and sort by repeat the state; so do its lines and tags

It only reads, and may run while others write. Orders that differ are listed on
standard output, one line for each difference; progress goes to standard error.
Without --tenant it needs a superuser or a role with BYPASSRLS, since row-level
security shows any other role one tenant at a time.`;

const tenantId = (text: string): TenantId => {
  if (!z.uuid().safeParse(text).success) throw new InvalidArgumentError("It must be a UUID.");
  return TenantId(text.toLowerCase());
};

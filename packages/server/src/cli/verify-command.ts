import { createDatabase, createPool } from "@ordo/adapters-postgres";
import { TenantId } from "@ordo/application";
import { Command, InvalidArgumentError } from "commander";
import { z } from "zod";
import { assertUpToDate } from "./assert-up-to-date.ts";
import { type DatabaseOptions, withDatabase, withDatabaseOptions } from "./database-options.ts";
import type { Terminal } from "./terminal.ts";

interface VerifyOptions extends DatabaseOptions {
  readonly tenant?: TenantId;
}

/** Orders differ: not 1, which says that the command could not run. */
const ordersDiffer = 2;

/** `ordo verify`: does what is stored agree with the events? */
export const verifyCommand = (terminal: Terminal): Command =>
  withDatabaseOptions(new Command("verify"))
    .summary("compare every order with its events")
    .description(
      "Folds every order's events and compares the outcome with what is stored. It only reads, and may run while others write.",
    )
    .option("--tenant <uuid>", "only this tenant's orders", tenantId)
    .addHelpText("after", help)
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
          const { verify } = await import("./verify.ts");
          const sound = await verify(createDatabase(pool), tenant ?? null, terminal);
          if (!sound) terminal.exitWith(ordersDiffer);
        } finally {
          await pool.end();
        }
      }),
    );

const help = `
For each order it checks that
  versions    count from 1 to the order's own without a gap
  hash chain  every event is the one that was written, unchanged and in its place
  events      what stands beside each event repeats it
  state       is exactly what the events fold to
  columns     that lists and maintenance go by repeat the state; so do its lines and tags

Orders that differ are listed on standard output, one line for each difference;
progress goes to standard error. Exits with 0 when all agree, 1 when it could not
run, 2 when orders differ.

Without --tenant it needs a superuser or a role with BYPASSRLS, since row-level
security shows any other role one tenant at a time.`;

const tenantId = (text: string): TenantId => {
  if (!z.uuid().safeParse(text).success) throw new InvalidArgumentError("It must be a UUID.");
  return TenantId(text.toLowerCase());
};

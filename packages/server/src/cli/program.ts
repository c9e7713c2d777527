import { Command } from "commander";
import { buildOf } from "../build.ts";
import { configCommand } from "./config-command.ts";
import { maintainCommand } from "./maintain-command.ts";
import { migrateCommand } from "./migrate-command.ts";
import { serveCommand } from "./serve-command.ts";
import type { Terminal } from "./terminal.ts";
import { tokenCommand } from "./token-command.ts";
import { verifyCommand } from "./verify-command.ts";

const hint = "Say `ordo --help` to see what there is.";

/** Every command of `ordo`. */
export const program = (terminal: Terminal): Command => {
  const ordo = new Command("ordo")
    .description("An order core: place, change, pay, ship and account for orders over HTTP.")
    .version(buildOf("").version)
    .addCommand(serveCommand(terminal))
    .addCommand(configCommand(terminal))
    .addCommand(tokenCommand(terminal))
    .addCommand(migrateCommand(terminal))
    .addCommand(maintainCommand(terminal))
    .addCommand(verifyCommand(terminal))
    .addHelpText("after", help);
  hintAfterErrors(ordo);
  return ordo;
};

// Commander hands this down only to commands that it makes itself.
const hintAfterErrors = (command: Command): void => {
  command.showHelpAfterError(hint);
  command.commands.forEach(hintAfterErrors);
};

const help = `
Everything is set up by environment variables: \`ordo config\` prints each with the
value that it has now. Exits with 0 when all is well, and with 1 when it could not
do what it was told, which it says on standard error.

A release, in order:
  ordo config         does it have what it needs?
  ordo migrate up     the schema first, as the role that owns it
  ordo serve          the server, which stops on SIGTERM
  ordo verify         is what is stored what the events say?`;

import { Command } from "commander";
import { buildOf } from "../build.ts";
import { configCommand } from "./config-command.ts";
import { maintainCommand } from "./maintain-command.ts";
import { migrateCommand } from "./migrate-command.ts";
import { serveCommand } from "./serve-command.ts";
import type { Terminal } from "./terminal.ts";
import { tokenCommand } from "./token-command.ts";
import { verifyCommand } from "./verify-command.ts";

/** Every command of `ordo`. */
export const program = (terminal: Terminal): Command =>
  new Command("ordo")
    .description("An order core: place, change, pay, ship and account for orders over HTTP.")
    .version(buildOf("").version)
    .addCommand(serveCommand(terminal))
    .addCommand(configCommand(terminal))
    .addCommand(tokenCommand(terminal))
    .addCommand(migrateCommand(terminal))
    .addCommand(maintainCommand(terminal))
    .addCommand(verifyCommand(terminal))
    .showHelpAfterError("Say `ordo --help` to see what there is.");

import { inspect } from "node:util";
import { Command, CommanderError } from "commander";
import { StartupError } from "../startup-error.ts";
import { addMigrateCommand } from "./migrate-command.ts";
import { type ExitCode, exitCode, type Terminal } from "./database-terminal.ts";
import { addVerifyCommand } from "./verify-command.ts";

/** Runs `ordo` with these arguments to its end. */
export const runOrdo = async (args: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  let code: ExitCode = exitCode.ok;
  const program = new Command("ordo")
    .description("Looks after an Ordo database.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.out.write(text),
      writeErr: (text) => void terminal.err.write(text),
    })
    .addHelpText("after", exitCodes);
  addMigrateCommand(program, terminal);
  addVerifyCommand(program, terminal, (verdict) => (code = verdict));
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explain(error, terminal);
  }
};

const exitCodes = `
Exit codes:
  0  done, and all is well
  1  orders differ from their events (verify)
  2  the command could not run; standard error says why`;

const explain = (error: unknown, { err }: Terminal): ExitCode => {
  // Commander has said already what is wrong with the arguments, or shown the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.failed;
  err.write(`${error instanceof StartupError ? error.message : inspect(error)}\n`);
  return exitCode.failed;
};

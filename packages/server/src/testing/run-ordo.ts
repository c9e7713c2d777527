import { spawn } from "node:child_process";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { type Command, CommanderError } from "commander";
import { program } from "../cli/program.ts";
import type { Terminal } from "../cli/terminal.ts";
import { StartupError } from "../startup-error.ts";

/** Runs `ordo` as the process would: what it printed, what it told beside, what it would exit with. */
export const runOrdo = async (...args: readonly string[]) => {
  let [code, out, err] = [0, "", ""];
  const progress = new PassThrough();
  progress.on("data", (chunk) => (err += String(chunk)));
  const terminal: Terminal = {
    env: {},
    print: (text) => (out += `${text}\n`),
    progress,
    exitWith: (given) => (code = given),
  };
  const command = program(terminal);
  const capture = (each: Command): void => {
    each.exitOverride().configureOutput({
      writeOut: (text) => (out += text),
      writeErr: (text) => (err += text),
    });
    each.commands.forEach(capture);
  };
  capture(command);
  try {
    await command.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode;
    else {
      code = 1;
      err += error instanceof StartupError ? error.message : inspect(error);
    }
  }
  return { code, out, err };
};

/** Runs `ordo` as a process of its own. */
export const runOrdoProcess = async (databaseUrl: string, ...args: readonly string[]) => {
  const file = fileURLToPath(new URL("../cli/ordo.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@ordo/source", file, ...args], {
    env: { DATABASE_URL: databaseUrl },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  await once(child, "close");
  return { code: child.exitCode, out, err };
};

#!/usr/bin/env node
import { failPlainly } from "./fail-plainly.ts";
import { program } from "./program.ts";
import { runOrdo } from "./run-ordo.ts";
import { processTerminal } from "./terminal.ts";

const args = process.argv.slice(2);

// These report what they found by their exit code.
if (args[0] === "migrate" || args[0] === "verify")
  process.exitCode = await runOrdo(args, { out: process.stdout, err: process.stderr });
else await program(processTerminal).parseAsync().catch(failPlainly);

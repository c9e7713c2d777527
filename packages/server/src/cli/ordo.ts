#!/usr/bin/env node
import { keepCompiledCode } from "../compiled-code.ts";
import { failPlainly } from "./fail-plainly.ts";
import { processTerminal } from "./terminal.ts";

keepCompiledCode();
// What is imported above was compiled before that.
await import("./program.ts")
  .then(({ program }) => program(processTerminal).parseAsync())
  .catch(failPlainly);

#!/usr/bin/env node
import { failPlainly } from "./fail-plainly.ts";
import { program } from "./program.ts";
import { processTerminal } from "./terminal.ts";

await program(processTerminal).parseAsync().catch(failPlainly);

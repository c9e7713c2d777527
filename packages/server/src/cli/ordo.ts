#!/usr/bin/env node
import { runOrdo } from "./run-ordo.ts";

process.exitCode = await runOrdo(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
});

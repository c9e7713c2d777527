import { failPlainly } from "./cli/fail-plainly.ts";
import { processTerminal } from "./cli/terminal.ts";
import { runServer } from "./run-server.ts";

await runServer(processTerminal).catch(failPlainly);

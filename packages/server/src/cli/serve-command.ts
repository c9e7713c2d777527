import { Command } from "commander";
import type { Terminal } from "./terminal.ts";

/** `ordo serve`: the server, until it is told to stop. */
export const serveCommand = (terminal: Terminal): Command =>
  new Command("serve")
    .summary("run the server")
    .description(
      "Runs the server until SIGTERM or SIGINT; a second signal ends it at once. SIGTERM is taken as from a platform: for DRAIN_MS the server goes on serving while /health/ready fails. It is set up by environment variables: see `ordo config`.",
    )
    .action(async () => {
      const { runServer } = await import("../run-server.ts");
      await runServer(terminal);
    });

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { environment, pinnedNode, root } from "./environment.mjs";
import { exitWith } from "./run.mjs";

const entry = join(root, "packages", "server", "dist", "bundle", "main.mjs");
const tether = pathToFileURL(join(root, "scripts", "tether.mjs")).href;

try {
  await bootstrap();
  serve();
} catch (error) {
  exitWith(error);
}

/**
 * Runs the server in a session of its own. On Ctrl-C the terminal signals the
 * whole group and npm signals us once more; the server must see one signal, or
 * it would take the second for impatience.
 */
function serve() {
  const server = spawn(pinnedNode, ["--import", tether, entry, ...process.argv.slice(2)], {
    cwd: root,
    env: environment,
    detached: true,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  let forwarded = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (forwarded) return;
      forwarded = true;
      server.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    });
  }
  server.on("error", exitWith);
  server.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bootstrap } from "./bootstrap.mjs";
import { environment, pinnedNode, root, server } from "./environment.mjs";
import { exitWith } from "./run.mjs";

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
  const child = spawn(pinnedNode, ["--import", tether, server, ...process.argv.slice(2)], {
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
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    });
  }
  child.on("error", exitWith);
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

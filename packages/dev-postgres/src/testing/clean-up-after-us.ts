import { spawn } from "node:child_process";

/**
 * Makes sure that a test server does not outlive this process, however it ends: a small shell waits for
 * our end of its input to close, which even SIGKILL does, then ends the server and removes its data.
 *
 * @returns calls it off
 */
export function cleanUpAfterUs(postmaster: number, dataDir: string): () => void {
  const script = 'read -r _; kill -QUIT "$1" 2>/dev/null; sleep 1; rm -rf "$2"';
  const shell = spawn("sh", ["-c", script, "ordo-clean-up", String(postmaster), dataDir], {
    // Out of the terminal's group: Ctrl-C must not end it before it has done its work.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.unref();
  return () => shell.kill("SIGKILL");
}

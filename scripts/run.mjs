import { spawn } from "node:child_process";
import { environment, root } from "./environment.mjs";

const heartbeatMs = 10_000;

/** Runs a program in the repository, showing its output. Resolves to its exit code. */
export function show(command, args) {
  return exitCode(spawn(command, args, { cwd: root, env: environment, stdio: "inherit" }));
}

/**
 * Runs a program without showing its output, which would hide our own lines.
 * Says now and then that it still runs; shows everything if it fails.
 *
 * @throws when the program fails
 */
export async function runQuietly(what, command, args) {
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const heartbeat = setInterval(
    () => console.log(`  still ${what} (${seconds(started)})`),
    heartbeatMs,
  );
  try {
    const code = await exitCode(child);
    if (code === 0) return;
    process.stderr.write(Buffer.concat(output));
    throw new Failure(`Failed ${what}: ${command} exited with ${code}. Its output is above.`);
  } finally {
    clearInterval(heartbeat);
  }
}

/** An expected failure: its message is enough, a stack would only distract. */
export class Failure extends Error {}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Ends the process with a failure's message, or with the stack of a bug. */
export function exitWith(error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exit(1);
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.on("error", (error) =>
      reject(new Failure(`Cannot run ${child.spawnfile}: ${error.message}`)),
    );
    child.on("close", (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

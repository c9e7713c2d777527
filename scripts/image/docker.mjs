import { spawnSync } from "node:child_process";

/** Runs docker and answers with its standard output; throws what it said when it fails. */
export const docker = (...args) => ran(args).stdout.trim();

/** The same, and what it wrote as errors. */
export function dockerAloud(...args) {
  const { stdout, stderr } = ran(args);
  return stdout + stderr;
}

function ran(args) {
  const { status, stdout, stderr, error } = spawnSync("docker", args, {
    encoding: "utf8",
    // The classic builder is everywhere; BuildKit needs a plugin.
    env: { DOCKER_BUILDKIT: "0", ...process.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`docker ${args[0]} failed (${status}):\n${stdout.slice(-4000)}${stderr}`);
  return { stdout, stderr };
}

/** A question without an answer by then is asked again. */
const patienceMs = 2_000;

/** Asks again until the answer is yes; throws when it is still no after so many milliseconds. */
export async function eventually(what, milliseconds, ask) {
  const end = performance.now() + milliseconds;
  for (;;) {
    if (await inTime(ask().catch(() => false))) return;
    if (performance.now() > end) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Docker takes connections before the container does, and drops them: Node 20's `fetch` then never answers, and with
 * nothing else to wait for the process would end in the middle.
 */
function inTime(answer) {
  return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, patienceMs, false))]);
}

import { spawnSync } from "node:child_process";

/** Runs docker and answers with its standard output; throws what it said when it fails. */
export function docker(...args) {
  const { status, stdout, stderr, error } = spawnSync("docker", args, {
    encoding: "utf8",
    // The classic builder is everywhere; BuildKit needs a plugin.
    env: { DOCKER_BUILDKIT: "0", ...process.env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw error;
  if (status !== 0)
    throw new Error(`docker ${args[0]} failed (${status}):\n${stdout.slice(-4000)}${stderr}`);
  return stdout.trim();
}

/** Asks again until the answer is yes; throws when it is still no after so many milliseconds. */
export async function eventually(what, milliseconds, ask) {
  const end = performance.now() + milliseconds;
  for (;;) {
    if (await ask().catch(() => false)) return;
    if (performance.now() > end) throw new Error(`Not within ${milliseconds} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

import { setTimeout as delay } from "node:timers/promises";

const pollEveryMs = 25;

/** Polls until the condition holds; `false` once the time is up. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() >= deadline) return false;
    await delay(pollEveryMs);
  }
  return true;
}

import { execFileSync } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

/** Every process that descends from this one, whatever group it is in; zombies do not count. */
export function descendants(ancestor) {
  const children = new Map();
  for (const { pid, parent } of processes()) {
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [];
  const pending = [ancestor];
  for (let pid = pending.pop(); pid !== undefined; pid = pending.pop()) {
    const own = children.get(pid) ?? [];
    found.push(...own);
    pending.push(...own);
  }
  return found;
}

/** Which of them still run after a moment to leave. */
export async function survivors(pids, patienceMs = 10_000) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const running = new Set(processes().map(({ pid }) => pid));
    const left = pids.filter((pid) => running.has(pid));
    if (left.length === 0 || performance.now() > deadline) return left;
    await delay(50);
  }
}

function processes() {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state.startsWith("Z"))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

import { hasCode } from "../has-code.ts";
import { processStat } from "./process-stat.ts";

/** Whether a process with this id runs; a zombie that nobody reaped does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!hasCode(error, "EPERM")) return false;
  }
  return processStat(pid)?.state !== "Z";
}

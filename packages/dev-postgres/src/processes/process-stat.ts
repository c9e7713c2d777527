import { readFileSync } from "node:fs";

/** What Linux tells about a process; `undefined` elsewhere, or when there is no such process. */
export interface ProcessStat {
  readonly state: string;
  /** Clock ticks after boot: tells a process from a later one with the same id. */
  readonly startTime: string;
}

export function processStat(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  } catch {
    return undefined;
  }
  // The second field is the command in parentheses and may itself contain spaces and parentheses.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  const [state, startTime] = [fields[0], fields[19]];
  return state === undefined || startTime === undefined ? undefined : { state, startTime };
}

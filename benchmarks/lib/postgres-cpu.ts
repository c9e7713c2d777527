import { readdirSync, readFileSync } from "node:fs";

/**
 * Microseconds of processor time that a server and its backends, also those that ended, have used so far.
 * Says more than a rate where others share the machine. Linux only: elsewhere not a number.
 */
export const postgresCpu = (postmaster: number): number => {
  if (process.platform !== "linux") return Number.NaN;
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const fields = statOf(pid);
    // After the name: state, parent … and from the 12th: user, system, then of reaped children the same.
    if (Number(fields[1]) === postmaster) ticks += Number(fields[11]) + Number(fields[12]);
    if (Number(pid) === postmaster) ticks += Number(fields[13]) + Number(fields[14]);
  }
  return ticks * 10_000;
};

const statOf = (pid: string): readonly string[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return [];
  }
};

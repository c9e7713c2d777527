import { readFileSync } from "node:fs";

/** Microseconds of processor time that a process has used so far. Linux only: elsewhere not a number. */
export const cpuOf = (pid: number): number => {
  if (process.platform !== "linux") return Number.NaN;
  const stat = readFileSync(`/proc/${String(pid)}/stat`, "utf8");
  // After the name: state, parent … and from the 12th: user, system.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
};

/** The same of this process's children that have ended: of the programs that it has run. */
export const childrenCpu = (): number => {
  if (process.platform !== "linux") return Number.NaN;
  const stat = readFileSync("/proc/self/stat", "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10_000;
};

/** The most memory that a process has ever had resident, in MB. Linux only: elsewhere not a number. */
export const peakMemoryOf = (pid: number): number => {
  if (process.platform !== "linux") return Number.NaN;
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
};

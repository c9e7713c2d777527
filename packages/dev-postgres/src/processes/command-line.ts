import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A running process's command line, or `undefined` when it cannot be told. */
export async function commandLine(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === "linux") {
      return (await readFile(`/proc/${String(pid)}/cmdline`, "utf8")).replaceAll("\0", " ");
    }
    return (await run("ps", ["-ww", "-o", "command=", "-p", String(pid)])).stdout;
  } catch {
    return undefined;
  }
}

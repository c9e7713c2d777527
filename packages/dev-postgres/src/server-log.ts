import { type FileHandle, open, rename } from "node:fs/promises";
import { hasCode } from "./has-code.ts";
import { readIfPresent } from "./read-if-present.ts";

/** Opens the log for a new server, keeping the previous server's log as `*.previous` and no more than that. */
export async function openServerLog(path: string): Promise<FileHandle> {
  try {
    await rename(path, `${path}.previous`);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
  return open(path, "a", 0o600);
}

/** The log's last lines, to explain a failure. */
export async function lastLines(path: string, count = 15): Promise<string> {
  const text = (await readIfPresent(path)) ?? "";
  return text.trimEnd().split("\n").slice(-count).join("\n");
}

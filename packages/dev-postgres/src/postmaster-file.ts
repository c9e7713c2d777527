import { writeFile } from "node:fs/promises";
import { readIfPresent } from "./read-if-present.ts";

/** What a running PostgreSQL writes in postmaster.pid (src/include/utils/pidfile.h). */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number | undefined;
}

/** Reads postmaster.pid; `undefined` without one, or when it is cut short. */
export async function readPostmasterFile(path: string): Promise<PostmasterFile | undefined> {
  const text = await readIfPresent(path);
  return text === undefined ? undefined : parsePostmasterFile(text);
}

export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined };
}

/**
 * Lets the next server start although the process id in the file is taken: by
 * another program, or by a zombie that nobody reaps. PostgreSQL would refuse;
 * but it never takes its own parent for a rival, and that will be us. The file
 * stays, because PostgreSQL finds in it whether a killed server's sessions
 * still use the shared memory (CreateLockFile in miscinit.c).
 */
export async function disownPostmasterFile(path: string): Promise<void> {
  const text = await readIfPresent(path);
  if (text === undefined) return;
  const [, ...rest] = text.split("\n");
  await writeFile(path, [String(process.pid), ...rest].join("\n"));
}

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

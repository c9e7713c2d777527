import { type ChildProcess, execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { promisify } from "node:util";

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** Process ids of the workers that a primary has now. */
export const workersOf = async ({ pid }: ChildProcess): Promise<readonly number[]> => {
  const listed = await promisify(execFile)("ps", ["-e", "-o", "pid=,ppid="]);
  return listed.stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([worker = 0, parent]) => (parent === pid ? [worker] : []));
};

/** Those of these processes that still run; one that has ended and is not reaped yet does not. */
export const stillRunning = async (pids: readonly number[]): Promise<readonly number[]> => {
  const listed = await promisify(execFile)("ps", ["-e", "-o", "pid=,stat="]);
  const running = listed.stdout
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .flatMap(([pid, state = "Z"]) => (state.startsWith("Z") ? [] : [Number(pid)]));
  return pids.filter((pid) => running.includes(pid));
};

/** The status that a URL answers now; 0 when nobody does. */
export const statusOf = (url: string): Promise<number> =>
  fetch(url)
    .then(({ status }) => status)
    .catch(() => 0);

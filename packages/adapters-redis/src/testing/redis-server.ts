import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** Debian's redis-server, when it is installed. */
export const isRedisInstalled = (): boolean => {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
};

/** A Redis of one's own, that keeps nothing on disk. */
export const startRedis = (port: number): { stop: () => Promise<void> } => {
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", ""];
  const child: ChildProcess = spawn("redis-server", options, { stdio: "ignore" });
  return {
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
};

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { imageCommand } from "./image-command.ts";

const server = new URL("../../packages/server/", import.meta.url);
const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, server));
const fromSources: readonly string[] = ["--conditions=@ordo/source"];

export const secret = "attack-secret-of-at-least-32-bytes-0123456789";

export interface ServerProcess {
  readonly port: number;
  readonly process: ChildProcess;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** The server as a process of its own, as in production; resolves when it is ready. */
export const startServer = (
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> =>
  startProcess(source("main.ts"), { ...production(databaseUrl), ...env });

/** The same from what was built last, by the command that the image runs. */
export const startBuiltServer = (
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> => {
  const { args, environment } = imageCommand();
  return start(args, { ...environment, ...production(databaseUrl), ...env });
};

const production = (databaseUrl: string) => ({
  NODE_ENV: "production",
  DATABASE_URL: databaseUrl,
  JWT_SECRET: secret,
  LOG_LEVEL: "warn",
  ENABLE_RATE_LIMITS: "false",
});

/** A program that listens on `PORT`, by default a free one; resolves when its `/health/ready` answers 200. */
export const startProcess = (
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> => start([...fromSources, program], env);

const start = async (
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> => {
  const port = Number(env["PORT"] ?? (await freePort()));
  const child = spawn(process.execPath, args, {
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await ready(port, child);
  return {
    port,
    process: child,
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
};

const ready = async (port: number, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null) throw new Error("the server ended before it was ready");
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(20);
  }
};

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
};

/** A token for {@link startServer}, good for everything. */
export const aToken = async (): Promise<string> => {
  const child = spawn(process.execPath, [...fromSources, source("cli/ordo.ts"), "token"], {
    env: { JWT_SECRET: secret },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let token = "";
  child.stdout.on("data", (chunk) => (token += String(chunk)));
  await once(child, "close");
  return token.trim();
};

import cluster from "node:cluster";
import type { Terminal } from "./cli/terminal.ts";
import { runPrimary } from "./cluster/run-primary.ts";
import { openWorkerLink } from "./cluster/worker-link.ts";
import { type Config, readConfig } from "./config/config.ts";
import { listFaults } from "./config/list-faults.ts";
import { makeLogger } from "./logging/make-logger.ts";
import { unlessLost } from "./lifecycle/unless-lost.ts";
import { serve } from "./serve.ts";
import { StartupError } from "./startup-error.ts";
import { listenForStop } from "./stop-signal.ts";

/** Runs the server until it is told to stop, in this process or in as many as `WORKERS` says. */
export const runServer = async ({ env, print }: Terminal): Promise<void> => {
  const config = readConfig(env);
  if (config.isErr()) throw new StartupError(listFaults(config.error));
  if (cluster.isWorker) {
    await runWorker(config.value, print);
    return;
  }
  const stopRequest = listenForStop();
  const logger = await makeLogger(config.value);
  if (config.value.WORKERS > 1)
    await runPrimary({ config: config.value, logger, print, stopRequest });
  else {
    const server = await serve(config.value, logger, print);
    const signal = await unlessLost(server.databaseLost, stopRequest.first, () => server.close());
    logger.info({ signal }, "stopping");
    // SIGTERM comes from a platform that has to be told; SIGINT from a person who is waiting.
    if (signal === "SIGTERM") await server.drain();
    await server.close();
  }
  print("Stopped.");
};

const runWorker = async (config: Config, print: Terminal["print"]): Promise<void> => {
  // A terminal signals the whole group; the primary has the last word.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
  const link = openWorkerLink();
  const number = cluster.worker?.id ?? 0;
  const logger = (await makeLogger(config)).child({ worker: number });
  // One welcome is enough.
  const say = number === 1 ? print : () => undefined;
  const server = await serve(config, logger, say, { shareMetrics: (own) => link.share(own) });
  link.ready(server.url);
  const { drain } = await link.stopped;
  if (drain) await server.drain();
  await server.close();
  // The line to the primary would keep the process alive. Letting go of it ends the process with
  // code 0 (node:cluster), so a worker that fails must not.
  if (process.connected) process.disconnect?.();
};

import type { Terminal } from "./cli/terminal.ts";
import { readConfig } from "./config/config.ts";
import { listFaults } from "./config/list-faults.ts";
import { makeLogger } from "./logging/make-logger.ts";
import { serve } from "./serve.ts";
import { StartupError } from "./startup-error.ts";

/** Runs the server until it is told to stop. */
export const runServer = async ({ env, print }: Terminal): Promise<void> => {
  const config = readConfig(env);
  if (config.isErr()) throw new StartupError(listFaults(config.error));

  const logger = makeLogger(config.value);
  const stopped = stopSignal();
  const server = await serve(config.value, logger, print);
  const signal = await stopped;
  logger.info({ signal }, "stopping");
  // SIGTERM comes from a platform that has to be told; SIGINT from a person who is waiting.
  if (signal === "SIGTERM") await server.drain();
  await server.close();
  print("Stopped.");
};

/** Resolves with the first signal to stop; a second one ends the process at once. */
const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve(signal);
      });
  });

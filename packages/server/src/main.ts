import { inspect } from "node:util";
import { pino } from "pino";
import { type ConfigFault, readConfig } from "./config.ts";
import { serve } from "./serve.ts";
import { StartupError } from "./startup-error.ts";

const say = (message: string): void => void process.stdout.write(`${message}\n`);

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  if (config.isErr()) throw new StartupError(list(config.error));

  const logger = pino({ level: config.value.LOG_LEVEL });
  const stopped = stopSignal();
  const server = await serve(config.value, logger, say);
  logger.info({ signal: await stopped }, "stopping");
  await server.close();
  say("Stopped.");
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

const list = (faults: readonly ConfigFault[]): string =>
  [
    "Ordo cannot start with this environment:",
    ...faults.map(({ variable, message, meaning }) => `  ${variable} ${message}\n    (${meaning})`),
  ].join("\n");

try {
  await main();
} catch (error) {
  // What the operator can mend is told in a sentence; anything else with all there is to know.
  process.stderr.write(`${error instanceof StartupError ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}

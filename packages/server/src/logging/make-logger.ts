import { redactError } from "@ordo/adapters-http";
import { type DestinationStream, type Logger, pino } from "pino";
import type { Config } from "../config/config.ts";
import { writeByTurn } from "./write-by-turn.ts";

/**
 * The log: standard output, pretty for a person at a terminal, one JSON object per line for a machine.
 * Whatever is logged as `err` loses what may be personal or secret; a request is never logged whole.
 */
export const makeLogger = async (
  { LOG_LEVEL, LOG_FORMAT }: Pick<Config, "LOG_LEVEL" | "LOG_FORMAT">,
  output?: DestinationStream,
): Promise<Logger> => {
  const terminal = output === undefined && process.stdout.isTTY;
  const forPeople = LOG_FORMAT === "pretty" || (LOG_FORMAT === "auto" && terminal);
  const options = {
    level: LOG_LEVEL,
    // Process id and host name are the platform's to add.
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      // A request's own line has been through it already.
      err: (error: unknown) => (error instanceof Error ? redactError(error) : error),
      req: () => undefined,
      res: () => undefined,
    },
  };
  if (!forPeople) return pino(options, output ?? writeByTurn(standardOutput()));
  // Loaded on demand: machines read JSON.
  const { default: pretty } = await import("pino-pretty");
  return pino(options, pretty({ destination: output ?? standardOutput(), singleLine: true }));
};

/**
 * Node's own stream, not pino's: when the terminal is closed, pino's goes on trying to write for ever and
 * keeps the process from ending.
 */
const standardOutput = (): NodeJS.WritableStream => {
  // Nobody is left to be told.
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners("error").includes(ignore)) stream.on("error", ignore);
  return process.stdout;
};

const ignore = (): void => undefined;

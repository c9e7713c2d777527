import type { FastifyBaseLogger } from "fastify";

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly status: number | undefined;
}

/** A logger that remembers its lines. */
export const aRecordingLogger = () => {
  const lines: LogLine[] = [];
  const at =
    (level: string) =>
    (fields: unknown, message = ""): void => {
      const status =
        typeof fields === "object" && fields !== null && "status" in fields
          ? Number(fields.status)
          : undefined;
      lines.push({ level, message: typeof fields === "string" ? fields : message, status });
    };
  const logger: FastifyBaseLogger = {
    level: "trace",
    trace: at("trace"),
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    fatal: at("fatal"),
    silent: () => {},
    child: () => logger,
  };
  return { logger, lines };
};

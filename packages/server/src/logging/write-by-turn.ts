import type { DestinationStream } from "pino";

/** Characters that are kept at most before they are written. */
const most = 64 * 1024;

/**
 * Writes what is logged in one turn of the event loop at once: a system call for each line would cost more than the
 * line. A process that is killed loses the lines of its last turn.
 */
export const writeByTurn = (output: Pick<NodeJS.WritableStream, "write">): DestinationStream => {
  let lines = "";
  const flush = (): void => {
    if (lines === "") return;
    const text = lines;
    lines = "";
    output.write(text);
  };
  process.once("exit", flush);
  return {
    write: (line) => {
      if (lines === "") setImmediate(flush);
      lines += line;
      if (lines.length >= most) flush();
    },
  };
};

import type { Progress } from "./show-progress.ts";
import type { Terminal } from "./terminal.ts";

/** Between two lines where there is no terminal to rewrite one on. */
const plainLineMs = 5_000;
const redrawMs = 100;

/** Shows how much is done of nobody knows how much: one line rewritten on a terminal, a line now and then elsewhere. */
export const showCount = (what: string, stream: Terminal["progress"]): Progress => {
  const onTerminal = stream.isTTY === true;
  let shown = performance.now();
  return {
    update: (done) => {
      if (performance.now() - shown < (onTerminal ? redrawMs : plainLineMs)) return;
      shown = performance.now();
      stream.write(onTerminal ? `\r${what}: ${String(done)}` : `${what}: ${String(done)}\n`);
    },
    stop: () => void (onTerminal && stream.write("\r\u001B[K")),
  };
};

import { SingleBar } from "cli-progress";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** Between two lines where there is no terminal to redraw one on. */
const plainLineMs = 5_000;

/** Shows how many of so many orders are done: a bar on a terminal, a line now and then elsewhere. */
export const showProgress = (total: number, stream: Terminal["progress"]): Progress => {
  const bar = new SingleBar({
    format: "{bar} {value}/{total} orders, {rate}/s, {eta_formatted} to go",
    stream,
    noTTYOutput: true,
    notTTYSchedule: plainLineMs,
    hideCursor: true,
    // Ctrl-C stays the process's own affair.
    gracefulExit: false,
  });
  const started = performance.now();
  const rateOf = (done: number): number =>
    Math.round(done / Math.max((performance.now() - started) / 1000, 0.001));
  bar.start(total, 0, { rate: 0 });
  return {
    update: (done) => bar.update(done, { rate: rateOf(done) }),
    stop: () => bar.stop(),
  };
};

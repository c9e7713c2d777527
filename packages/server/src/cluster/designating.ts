import type { SupervisedWorker } from "./supervisor.ts";

/** Gives one worker at a time a duty of its own; when it dies, the next one that is started has it. */
export const designating = (
  fork: (designated: boolean) => SupervisedWorker,
): (() => SupervisedWorker) => {
  let vacant = true;
  return () => {
    const designated = vacant;
    const worker = fork(designated);
    vacant = false;
    if (designated) worker.onExit(() => (vacant = true));
    return worker;
  };
};

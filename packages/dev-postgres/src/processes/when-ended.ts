import { isRunning } from "./is-running.ts";

const lookEveryMs = 250;

/** Looks after a process, ours or adopted, until it is gone or the looking is called off. */
export function whenEnded(pid: number): {
  /** Never settles once it was called off. */
  readonly ended: Promise<void>;
  readonly callOff: () => void;
} {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setInterval(() => {
    if (isRunning(pid)) return;
    clearInterval(timer);
    resolve();
  }, lookEveryMs);
  timer.unref();
  return { ended: promise, callOff: () => clearInterval(timer) };
}

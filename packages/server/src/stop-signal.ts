/** Signals that ask this process to stop. */
export interface StopRequest {
  readonly first: Promise<NodeJS.Signals>;
  /** What to do about whoever will not wait, before the process ends at once. */
  onSecond(action: () => void): void;
}

/** Listens from now on. A second signal ends the process at once, with exit code 1. */
export const listenForStop = (): StopRequest => {
  const first = Promise.withResolvers<NodeJS.Signals>();
  let asked = false;
  let beforeExit = (): void => undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (asked) {
        beforeExit();
        process.exit(1);
      }
      asked = true;
      first.resolve(signal);
    });
  return {
    first: first.promise,
    onSecond: (action) => {
      beforeExit = action;
    },
  };
};

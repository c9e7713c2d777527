/**
 * One question for all who ask at the same time. Nobody gets an answer to a question that was put before they
 * asked: who comes while it is under way shares the next one.
 */
export const makeSharedQuestion = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= underWay.then(() => {
      next = undefined;
      const answer = ask();
      underWay = answer.catch(() => undefined);
      return answer;
    });
    return next;
  };
};

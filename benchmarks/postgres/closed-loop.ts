/** How often `work` completes per second when so many callers each wait for their answer before asking again. */
export const closedLoop = async (
  callers: number,
  seconds: number,
  work: () => Promise<unknown>,
): Promise<number> => {
  const start = performance.now();
  const end = start + seconds * 1_000;
  let done = 0;
  const call = async (): Promise<void> => {
    while (performance.now() < end) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
  return (done / (performance.now() - start)) * 1_000;
};

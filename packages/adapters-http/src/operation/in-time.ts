/** The answer was not there in time. What was begun goes on. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

/**
 * What the work comes to, if it does in time. Not left to Fastify's `handlerTimeout`: that ends when Node closes the
 * request, which it does as soon as the body has been read (Node ≥ 16), so that no write would ever take too long.
 *
 * @throws TookTooLong
 */
export const inTime = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new TookTooLong("the answer was not there in time")),
    milliseconds,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

import { Deadlines } from "../plugins/deadlines.ts";

/** The answer was not there in time. What was begun goes on. */
export class TookTooLong extends Error {
  override readonly name = "TookTooLong";
}

/**
 * What the work comes to, if it does in time.
 *
 * @throws TookTooLong
 */
export type InTime = <T>(work: Promise<T>) => Promise<T>;

/**
 * Not left to Fastify's `handlerTimeout`: that ends when Node closes the request, which it does as soon as the body has
 * been read (Node ≥ 16), so that no write would ever take too long.
 */
export const makeInTime = (milliseconds: number): InTime => {
  const deadlines = new Deadlines(milliseconds);
  return (work) =>
    new Promise((resolve, reject) => {
      const end = deadlines.watch(() =>
        reject(new TookTooLong("the answer was not there in time")),
      );
      work.then(
        (value) => {
          end();
          resolve(value);
        },
        (error: unknown) => {
          end();
          reject(error);
        },
      );
    });
};

import type pg from "pg";
import { Overloaded } from "../batch/overloaded.ts";

/** Node's: a longer one would ring at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * A connection of the pool. When there is none by the deadline, the one that comes too late goes back unused.
 *
 * @param deadline by `performance.now()`
 * @throws Overloaded when it passed
 */
export const checkOut = async (pool: pg.Pool, deadline: number): Promise<pg.PoolClient> => {
  const connecting = pool.connect();
  if (deadline === Infinity) return connecting;
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => {
      connecting.then(
        (client) => client.release(),
        () => undefined,
      );
      late.reject(new Overloaded("the deadline passed before there was a connection"));
    },
    Math.min(deadline - performance.now(), longestTimer),
  );
  try {
    return await Promise.race([connecting, late.promise]);
  } finally {
    clearTimeout(timer);
  }
};

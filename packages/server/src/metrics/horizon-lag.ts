import type { ChangeFeed } from "@ordo/application";
import { within } from "../lifecycle/within.ts";

/** A database that takes longer does not say. */
const patienceMs = 2_000;

/** Seconds that the oldest writing transaction holds the feed back. Rejects when the store does not say. */
export const horizonLag = (feed: Pick<ChangeFeed, "lag">) => async (): Promise<number> => {
  const lag = feed.lag();
  if (!(await within(patienceMs, lag))) throw new Error("the database does not answer");
  const { milliseconds } = await lag;
  if (milliseconds === null) throw new Error("the database does not let this login see");
  return milliseconds / 1_000;
};

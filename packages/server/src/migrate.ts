import { migrateToLatest } from "@ordo/adapters-postgres";
import { reachable } from "./reachable.ts";

/** Brings the schema up to date. */
export const migrate = async (url: string): Promise<void> => {
  await reachable(url, () => migrateToLatest(url));
};

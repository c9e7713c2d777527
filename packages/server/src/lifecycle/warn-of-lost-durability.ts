import { undurableSettings } from "@ordo/adapters-postgres";
import type { Pool } from "pg";
import type { Logger } from "pino";

/** Says so when the database acknowledges what a crash can lose; Ordo cannot promise more than it does. */
export const warnOfLostDurability = async (pool: Pool, logger: Logger): Promise<void> => {
  const settings = await undurableSettings(pool);
  if (settings.length > 0)
    logger.warn(
      { settings },
      `PostgreSQL runs with ${settings.join(", ")} off: a crash can lose orders that were acknowledged. Turn it on, for this database and its logins as well.`,
    );
};

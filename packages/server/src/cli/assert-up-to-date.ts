import { migrationStatus } from "@ordo/adapters-postgres";
import { StartupError } from "../startup-error.ts";

/** @throws StartupError when the schema is not the one that this release needs */
export const assertUpToDate = async (url: string): Promise<void> => {
  const known = await migrationStatus(url);
  if (known.some(({ applied }) => !applied))
    throw new StartupError(
      "The schema is behind this release. Bring it up to date: ordo migrate up",
    );
};

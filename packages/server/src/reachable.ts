import { databaseFault } from "./database-fault.ts";
import { StartupError } from "./startup-error.ts";

/** Runs work on a database; one that cannot be worked on is named, without its password, with what to do. */
export const reachable = async <T>(url: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const fault = databaseFault(error, new URL(url));
    if (fault === undefined) throw error;
    throw new StartupError(fault, { cause: error });
  }
};

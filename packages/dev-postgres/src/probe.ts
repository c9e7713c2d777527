import { hasCode } from "./has-code.ts";
import { withClient } from "./with-client.ts";

/**
 * What a connection attempt shows: `ready`; `starting` while nothing listens or
 * recovery runs; `foreign` when something listens that is not our server.
 */
export type Probe = "ready" | "starting" | "foreign";

/** Tries one connection and checks that the server behind it serves this cluster. */
export async function probe(url: string, cluster: string): Promise<Probe> {
  try {
    const directory = await withClient(url, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>("SHOW data_directory");
      return rows[0]?.data_directory;
    });
    return directory === cluster ? "ready" : "foreign";
  } catch (error) {
    // 28xxx: our password is refused, so it is somebody else's server.
    return hasCode(error, "28P01", "28000") ? "foreign" : "starting";
  }
}

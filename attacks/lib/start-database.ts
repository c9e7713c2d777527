import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@ordo/dev-postgres";

export interface AttackedDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, durable as in production, gone afterwards. */
export const startDatabase = async (): Promise<AttackedDatabase> => {
  const dataDir = await mkdtemp(join(tmpdir(), "ordo-attack-"));
  const server = await startEmbeddedPostgres({ dataDir });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@ordo/dev-postgres";

export interface BenchedDatabase {
  readonly url: string;
  /** The server's process. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own, durable as in production, gone afterwards. */
export const startDatabase = async (): Promise<BenchedDatabase> => {
  const dataDir = mkdtempSync(join(tmpdir(), "ordo-bench-"));
  // Run as root, the server's own account has to pass through.
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    onProgress: console.log,
    // Room for the log, so that checkpoints of both sides are alike.
    settings: { shared_buffers: "512MB", max_wal_size: "4GB", max_connections: 100 },
  });
  return {
    url: server.url,
    pid: server.pid,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

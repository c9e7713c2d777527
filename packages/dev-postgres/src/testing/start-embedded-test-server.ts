import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastButNotDurable } from "../server-settings.ts";
import { startEmbeddedPostgres } from "../start-embedded-postgres.ts";
import type { TestServer } from "./test-server.ts";

/** An embedded server in a temporary directory. */
export async function startEmbeddedTestServer(maxConnections: number): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "ordo-test-postgres-"));
  // Run as root, the server's own user has to pass through.
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: { ...fastButNotDurable, max_connections: maxConnections },
  });
  return {
    url: server.url,
    description: "the embedded PostgreSQL",
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

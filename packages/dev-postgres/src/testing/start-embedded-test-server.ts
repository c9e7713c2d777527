import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastButNotDurable, type ServerSettings } from "../server-settings.ts";
import { startEmbeddedPostgres } from "../start-embedded-postgres.ts";
import { cleanUpAfterUs } from "./clean-up-after-us.ts";
import type { TestServer } from "./test-server.ts";

export interface EmbeddedTestServer extends TestServer {
  readonly pid: number;
  readonly dataDir: string;
}

/** An embedded server in a temporary directory. */
export async function startEmbeddedTestServer(
  maxConnections: number,
  overrides: ServerSettings = {},
): Promise<EmbeddedTestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), "ordo-test-postgres-"));
  // Run as root, the server's own user has to pass through.
  await chmod(dataDir, 0o711);
  const server = await startEmbeddedPostgres({
    dataDir,
    settings: { ...fastButNotDurable, max_connections: maxConnections, ...overrides },
  });
  const callOff = cleanUpAfterUs(server.pid, dataDir);
  return {
    url: server.url,
    pid: server.pid,
    dataDir,
    description: "the embedded PostgreSQL",
    stop: async () => {
      callOff();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { fastButNotDurable, settingArguments } from "../server-settings.ts";
import type { TestServer } from "./test-server.ts";

const image = "postgres:18-alpine";

/** A server in a container. The library is loaded here and only here, so that an embedded run never pays for it. */
export async function startTestcontainersServer(maxConnections: number): Promise<TestServer> {
  const { PostgreSqlContainer } = await import("@testcontainers/postgresql");
  const settings = { ...fastButNotDurable, max_connections: maxConnections };
  const container = await new PostgreSqlContainer(image)
    .withCommand(["postgres", ...settingArguments(settings)])
    .start();
  return {
    url: container.getConnectionUri(),
    description: `Testcontainers (${image})`,
    stop: async () => {
      await container.stop();
    },
  };
}

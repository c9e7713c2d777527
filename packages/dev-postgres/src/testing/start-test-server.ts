import { dockerAnswers } from "./docker-answers.ts";
import { engineChoice } from "./engine-choice.ts";
import { startEmbeddedTestServer } from "./start-embedded-test-server.ts";
import { startTestcontainersServer } from "./start-testcontainers-server.ts";
import type { TestServer } from "./test-server.ts";

export type { TestServer } from "./test-server.ts";

const maxConnections = 300;

/**
 * Starts a server for tests: in a container where a Docker engine answers, else
 * embedded. `ORDO_TEST_POSTGRES` (`testcontainers` or `embedded`) forces one;
 * a forced one that cannot run is an error, never a silent fallback.
 */
export async function startTestServer(
  onProgress: (message: string) => void = console.log,
  env: NodeJS.ProcessEnv = process.env,
): Promise<TestServer> {
  const server = await choose(onProgress, env);
  onProgress(`Integration tests run on ${server.description}`);
  return server;
}

async function choose(
  onProgress: (message: string) => void,
  env: NodeJS.ProcessEnv,
): Promise<TestServer> {
  const choice = engineChoice(env);
  switch (choice) {
    case "embedded":
      return startEmbeddedTestServer(maxConnections);
    case "testcontainers":
      if (await dockerAnswers(env)) return startTestcontainersServer(maxConnections);
      throw new Error(
        "ORDO_TEST_POSTGRES=testcontainers, but no Docker engine answers. Start Docker, or unset the variable to use the embedded PostgreSQL.",
      );
    case "whatever-answers":
      if (!(await dockerAnswers(env))) return startEmbeddedTestServer(maxConnections);
      try {
        return await startTestcontainersServer(maxConnections);
      } catch (error) {
        onProgress(`Docker answers, but cannot run PostgreSQL (${String(error)})`);
        return startEmbeddedTestServer(maxConnections);
      }
  }
}

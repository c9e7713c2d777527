import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dockerAnswers } from "./docker-answers.ts";
import { startTestServer } from "./start-test-server.ts";

const nothing = { DOCKER_HOST: "unix:///nonexistent/docker.sock" };

it("asks the engine that DOCKER_HOST names", async () => {
  const home = await mkdtemp(join(tmpdir(), "ordo-docker-"));
  const socket = join(home, "docker.sock");
  const engine = createServer((request, response) => {
    response.statusCode = request.url === "/_ping" ? 200 : 404;
    response.end();
  }).listen(socket);
  await once(engine, "listening");
  try {
    expect(await dockerAnswers({ DOCKER_HOST: `unix://${socket}` })).toBe(true);
  } finally {
    engine.close();
    await rm(home, { recursive: true, force: true });
  }
});

it("hears nothing where nothing listens", async () => {
  expect(await dockerAnswers(nothing)).toBe(false);
});

it("fails rather than falls back when Testcontainers is asked for", async () => {
  await expect(
    startTestServer(() => undefined, { ...nothing, ORDO_TEST_POSTGRES: "testcontainers" }),
  ).rejects.toThrow(/no Docker engine answers/);
});

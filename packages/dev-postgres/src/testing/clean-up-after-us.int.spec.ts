import { spawn } from "node:child_process";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { isRunning } from "../processes/is-running.ts";
import { waitUntil } from "../wait-until.ts";

const module = fileURLToPath(new URL("start-embedded-test-server.ts", import.meta.url));

/** Starts a test server in a process of its own, which says where it is and then waits. */
const program = `
  const { startEmbeddedTestServer } = await import(${JSON.stringify(module)});
  const server = await startEmbeddedTestServer(20);
  console.log(JSON.stringify({ pid: server.pid, dataDir: server.dataDir }));
  setInterval(() => undefined, 1000);
`;

it("ends the server and removes its data when the run is killed", async () => {
  const run = spawn(
    process.execPath,
    ["--conditions=@ordo/source", "--input-type=module", "-e", program],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const [line] = await once(createInterface({ input: run.stdout }), "line");
  const { pid, dataDir } = JSON.parse(String(line));
  expect(isRunning(pid)).toBe(true);
  run.kill("SIGKILL");

  expect(await waitUntil(() => !isRunning(pid), 10_000)).toBe(true);
  const gone = () =>
    access(dataDir).then(
      () => false,
      () => true,
    );
  await expect.poll(gone, { timeout: 10_000 }).toBe(true);
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

/** Runs the process to its end, in an environment of its own, acting on what it says. */
const run = async (
  env: Record<string, string>,
  act: (output: string) => void = () => undefined,
) => {
  const child = spawn(process.execPath, ["--conditions=@ordo/source", main], { env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => act((output += String(chunk))));
  const [code] = await once(child, "close");
  return { code, output };
};

test("a bad environment stops the boot with every fault, what it is for, and no stack", async () => {
  const { code, output } = await run({ NODE_ENV: "production", PORT: "many" });
  expect(code).toBe(1);
  expect(output).toMatch(/^Ordo cannot start with this environment:/);
  for (const variable of ["PORT", "DATABASE_URL", "JWT_SECRET"]) expect(output).toContain(variable);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});

test("a database that does not answer stops the boot with one sentence", async () => {
  const { code, output } = await run({ DATABASE_URL: "postgresql://ordo@127.0.0.1:1/shop" });
  expect(code).toBe(1);
  expect(output).toMatch(/^PostgreSQL at 127\.0\.0\.1:1\/shop does not take connections/);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});

test("losing its own database ends the process with one sentence", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "ordo-lost-"));
  const pidFile = join(dataDir, "postgres", "instance", "cluster", "postmaster.pid");
  let killed = false;
  const env = { PATH: process.env["PATH"] ?? "", PORT: "0", ORDO_DATA_DIR: dataDir };
  const { code, output } = await run({ ...env, LOG_LEVEL: "silent" }, (said) => {
    if (killed || !said.includes("curl")) return;
    killed = true;
    process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGKILL");
  });
  await rm(dataDir, { recursive: true, force: true });
  expect(killed).toBe(true);
  expect(code).toBe(1);
  expect(output).toMatch(/^The embedded PostgreSQL has ended unexpectedly: start again/m);
  expect(output).not.toMatch(/\bat .*\.ts:\d+/);
});

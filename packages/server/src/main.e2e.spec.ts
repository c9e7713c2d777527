import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

/** Runs the process to its end, in an environment of its own. */
const run = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, ["--conditions=@ordo/source", main], { env });
  let output = "";
  child.stdout.on("data", (chunk) => (output += String(chunk)));
  child.stderr.on("data", (chunk) => (output += String(chunk)));
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

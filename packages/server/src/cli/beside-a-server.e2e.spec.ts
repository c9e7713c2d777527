import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { placeOrder } from "../testing/a-server.ts";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What processes get: a data directory and no database but the embedded one. */
let env: Record<string, string>;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ordo-beside-"));
  env = { PATH: process.env["PATH"] ?? "", ORDO_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "fatal" };
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const start = (path: string, ...args: readonly string[]) => {
  const child = spawn(process.execPath, ["--conditions=@ordo/source", source(path), ...args], {
    env,
  });
  const output = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (output.out += String(chunk)));
  child.stderr.on("data", (chunk) => (output.err += String(chunk)));
  return { child, output };
};

const ordo = async (...args: readonly string[]) => {
  const { child, output } = start("ordo.ts", ...args);
  const [code] = await once(child, "close");
  return { code, ...output };
};

const postmaster = async (): Promise<number> => {
  const file = join(dataDir, "postgres", "instance", "cluster", "postmaster.pid");
  return Number.parseInt(await readFile(file, "utf8"), 10);
};

test("without a server, commands start the embedded PostgreSQL and stop it again", async () => {
  expect(await ordo("migrate", "up")).toMatchObject({ code: 0 });
  await expect(postmaster()).rejects.toThrow("ENOENT");
});

describe("beside a server that runs the embedded PostgreSQL", () => {
  let server: ChildProcess;
  let url: string;
  let early: { readonly code: unknown; readonly err: string };
  beforeAll(async () => {
    const { child, output } = start("../main.ts");
    server = child;
    const owned = join(dataDir, "postgres", "owner.json");
    await vi.waitUntil(() => existsSync(owned), 30_000);
    early = await ordo("migrate", "status");
    url = await vi.waitUntil(() => /ready at (\S+)/.exec(output.out)?.[1], 60_000);
  });
  afterAll(async () => {
    const exited = once(server, "exit");
    server.kill("SIGINT");
    await exited;
  });

  test("commands wait for a database that is just starting", () => {
    expect(early).toMatchObject({ code: 0, err: expect.not.stringContaining("already runs") });
  });

  test("commands work on its database, and leave it running", async () => {
    const pid = await postmaster();
    const token = await readFile(join(dataDir, "token"), "utf8");
    expect((await placeOrder(url, token)).status).toBe(201);

    expect(await ordo("verify")).toEqual({
      code: 0,
      out: "Verified 1 order: all agree with their events.\n",
      err: expect.stringContaining(`using the PostgreSQL that process ${String(server.pid)} runs`),
    });
    expect(await ordo("migrate", "status")).toMatchObject({
      code: 0,
      out: expect.stringContaining("The schema is up to date."),
    });
    expect(await postmaster()).toBe(pid);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  test("a second server still says what is in its way", async () => {
    const second = start("../main.ts");
    const [code] = await once(second.child, "close");
    expect(code).toBe(1);
    expect(second.output.err).toMatch(/^Ordo already runs on the data directory .*ORDO_DATA_DIR/m);
  });
});

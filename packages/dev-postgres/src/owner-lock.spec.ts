import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockDataDir } from "./owner-lock.ts";

let root: string;
let lockFile: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "ordo-lock-"));
  lockFile = join(root, "owner.json");
});

afterEach(() => rm(root, { recursive: true, force: true }));

it("leaves nothing behind when released", async () => {
  const release = await lockDataDir(root, lockFile);
  expect(await readdir(root)).toEqual(["owner.json"]);
  await release();
  expect(await readdir(root)).toEqual([]);
});

it("is exclusive, and says who holds it", async () => {
  await lockDataDir(root, lockFile);
  await expect(lockDataDir(root, lockFile)).rejects.toThrow(
    new RegExp(`Ordo already runs on .*as process ${String(process.pid)}.*ORDO_DATA_DIR`),
  );
});

it.each([
  ["a process that no longer runs", JSON.stringify({ pid: 2 ** 22 + 1 })],
  ["an earlier process with our id", JSON.stringify({ pid: process.pid, startTime: "1" })],
  ["nobody: it was cut short", '{"pid":'],
])("takes over the lock of %s", async (_, content) => {
  await writeFile(lockFile, content);
  await lockDataDir(root, lockFile);
  expect(await readdir(root)).toEqual(["owner.json"]);
});

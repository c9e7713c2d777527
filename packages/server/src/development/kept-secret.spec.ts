import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecret } from "./kept-secret.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "ordo-secret-"));
});
afterEach(() => rm(dir, { recursive: true }));

test("is made once, long enough, and for its owner alone", async () => {
  const path = join(dir, "deep", "jwt-secret");
  const made = await keptSecret(path);
  expect(Buffer.byteLength(made)).toBeGreaterThanOrEqual(32);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await keptSecret(path)).toBe(made);
});

test.each(["", "short"])(
  "a file that was cut short (%j) is named, with what to do",
  async (text) => {
    const path = join(dir, "jwt-secret");
    await writeFile(path, text);
    await expect(keptSecret(path)).rejects.toThrow(/jwt-secret holds no secret.*Remove it/);
  },
);

test("a directory that cannot be one is named, with what to do", async () => {
  await writeFile(join(dir, "file"), "");
  await expect(keptSecret(join(dir, "file", "jwt-secret"))).rejects.toThrow(
    /file\/jwt-secret cannot be used \(ENOTDIR\).*ORDO_DATA_DIR/,
  );
});

test.runIf(process.platform === "linux")(
  "nor is one waited for that can never be made",
  async () => {
    await expect(keptSecret("/proc/nope/deep/jwt-secret")).rejects.toThrow(
      /cannot be used \(ENOENT\).*ORDO_DATA_DIR/,
    );
  },
);

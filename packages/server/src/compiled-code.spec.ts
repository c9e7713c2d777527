import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const keeping = `
  const { getCompileCacheDir } = await import("node:module");
  const { keepCompiledCode } = await import(process.argv[1]);
  keepCompiledCode(...process.argv.slice(2));
  await import(process.argv[1] + "?loaded-once-more");
  console.log(getCompileCacheDir() ?? "nowhere");`;

/** Where a process of its own keeps what it compiles, and what it complained of. */
const keptBy = async (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const module = fileURLToPath(new URL("compiled-code.ts", import.meta.url));
  const options = ["--input-type=module", "--eval", keeping, module, ...args];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, options, { env });
  return { directory: stdout.trim(), complaints: stderr };
};

describe("compiled code", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ordo-compiled-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("is kept for the next start", async () => {
    const { directory } = await keptBy({}, join(folder, "kept"));
    expect(directory.startsWith(join(folder, "kept"))).toBe(true);
    expect(await readdir(directory)).not.toEqual([]);
  });

  test("is kept in the package, not where others could put theirs", async () => {
    const { directory } = await keptBy({});
    expect(directory).toContain(fileURLToPath(new URL("../node_modules/.cache/", import.meta.url)));
  });

  test("is not kept where nothing can be written, and that is no fault", async () => {
    const beneathAFile = join(fileURLToPath(import.meta.url), "cache");
    expect(await keptBy({}, beneathAFile)).toEqual({ directory: "nowhere", complaints: "" });
  });

  test("is kept where the operator says", async () => {
    const elsewhere = join(folder, "elsewhere");
    const { directory } = await keptBy({ NODE_COMPILE_CACHE: elsewhere }, join(folder, "unused"));
    expect(directory.startsWith(elsewhere)).toBe(true);
  });
});

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));

const bundle = async (contents: string): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
};

describe("the bundle for a browser", () => {
  it("is at most 20 kB, minified and gzipped, neverthrow included", async () => {
    const { length } = gzipSync(await bundle(`export * from ${JSON.stringify(entry)}`));
    expect(length).toBeGreaterThan(1000);
    expect(length).toBeLessThanOrEqual(20_000);
  });

  it("leaves out what is not used", async () => {
    const money = await bundle(`export { apportion } from ${JSON.stringify(entry)}`);
    expect(money.length).toBeLessThan(2000);
  });
});

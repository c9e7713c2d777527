import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { environment, pinnedPnpm } from "../environment.mjs";

/**
 * Packs a package as a release would: by pnpm, which writes versions for `workspace:` and `catalog:`
 * and applies `publishConfig`. npm's own pack leaves these as they are.
 */
export function pack(folder, destination) {
  const output = execFileSync(
    "npx",
    ["--yes", pinnedPnpm(), "pack", "--json", "--pack-destination", destination],
    { cwd: folder, env: environment, encoding: "utf8" },
  );
  const { filename, files } = JSON.parse(output);
  const manifest = execFileSync("tar", ["-xzOf", filename, "package/package.json"], {
    encoding: "utf8",
  });
  return {
    file: filename,
    bytes: readFileSync(filename),
    paths: files.map(({ path }) => path),
    manifest: JSON.parse(manifest),
  };
}

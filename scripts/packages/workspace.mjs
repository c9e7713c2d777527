import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../environment.mjs";

/** Every package that is published, with its manifest, those before which others depend on. */
export function publishedPackages() {
  return readdirSync(join(root, "packages"))
    .map((folder) => join(root, "packages", folder))
    .map((folder) => ({ folder, manifest: manifestIn(folder) }))
    .filter(({ manifest }) => manifest.private !== true);
}

export function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

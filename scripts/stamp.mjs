import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./environment.mjs";

const manifests = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
const buildInputs = ["package.json", "tsconfig.json", "src"];
const bundler = join("packages", "server", "bundle.mjs");

/** Identifies what an installation depends on: by content, and by the machine it is for. */
export function installStamp() {
  const files = [...manifests, ...packages().map((name) => join("packages", name, "package.json"))];
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/**
 * Identifies the sources by name, size and time of change, cheap enough for every start, and by the lockfile what is
 * bundled with them.
 */
export function buildStamp() {
  const hash = createHash("sha256");
  const add = (file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  };
  add("tsconfig.base.json");
  add(bundler);
  hash.update(readFileSync(join(root, "pnpm-lock.yaml")));
  for (const name of packages()) {
    for (const input of buildInputs) {
      const path = join("packages", name, input);
      if (!statSync(join(root, path)).isDirectory()) add(path);
      else for (const file of filesBelow(path)) add(file);
    }
  }
  return hash.digest("hex");
}

/** Whether the stamp was written before and is still true. */
export function isCurrent(name, stamp) {
  try {
    return readFileSync(stampFile(name), "utf8") === stamp;
  } catch {
    return false;
  }
}

export function writeStamp(name, stamp) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), stamp);
}

const stampFile = (name) => join(root, "node_modules", ".ordo", name);

export function packages() {
  return readdirSync(join(root, "packages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec(-d)?\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

import { readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bin = join(root, "node_modules", ".bin");

/** The pinned tools come first on the path, so that `node` is the version in the lockfile. */
export const environment = {
  ...process.env,
  PATH: [bin, process.env.PATH].filter(Boolean).join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  // What npm says on its own account would drown the progress lines.
  npm_config_update_notifier: "false",
  npm_config_fund: "false",
  npm_config_audit: "false",
};

export const pinnedNode = join(bin, "node");

/** What `npm start` runs: the last thing that a build makes. */
export const server = join(root, "packages", "server", "dist", "bundle", "main.mjs");

/** "pnpm@<version>", as package.json pins it. */
export function pinnedPnpm() {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
}

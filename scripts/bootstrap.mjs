import { existsSync } from "node:fs";
import { join } from "node:path";
import { pinnedNode, pinnedPnpm, root, server } from "./environment.mjs";
import { Failure, runQuietly, seconds } from "./run.mjs";
import { buildStamp, installStamp, isCurrent, packages, writeStamp } from "./stamp.mjs";

const oldestNode = 20;

/** Makes a clone ready to run: installed and built. Does nothing, and says nothing, when it already is. */
export async function bootstrap() {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    throw new Failure(
      `Ordo needs Node ${oldestNode} or newer to start; this is ${process.version}.`,
    );
  }
  await install();
  await build();
}

/** pnpm with the version that package.json pins; npm's own client fetches it, so no corepack is needed. */
const npx = (...args) => ["npx", ["--yes", "--package", pinnedPnpm(), ...args]];

async function install() {
  const stamp = installStamp();
  if (isCurrent("installed", stamp) && existsSync(pinnedNode)) return;
  await step("Installing dependencies", "installing", [
    ...npx("--", "pnpm", "install", "--frozen-lockfile", "--config.confirm-modules-purge=false"),
  ]);
  writeStamp("installed", stamp);
}

async function build() {
  const stamp = buildStamp();
  const made = packages().map((name) => join(root, "packages", name, "dist"));
  if ([...made, server].every(existsSync) && isCurrent("built", stamp)) return;
  await step("Building", "building", withPnpm("turbo run build --output-logs=errors-only"));
  writeStamp("built", stamp);
}

/** Turbo runs each package's scripts with pnpm and wants it on the path. */
export function withPnpm(commandLine) {
  return npx("--call", commandLine);
}

async function step(title, what, [command, args]) {
  const started = performance.now();
  console.log(`${title} …`);
  await runQuietly(what, command, args);
  console.log(`${title} done in ${seconds(started)}`);
}

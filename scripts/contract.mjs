import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, root } from "./environment.mjs";

/**
 * Gates the published contract: it lints clean, and breaks nobody who was written against the last
 * released one. (That it is the one the code serves is a spec of adapters-http.)
 */
const released = "openapi/released/v1.json";
const current = "openapi/v1.json";
const redocly = "@redocly/cli@2.77.0";

const scratch = mkdtempSync(join(tmpdir(), "ordo-contract-"));
try {
  pass(["lint", current]);
  pass(["diff", released, current, "--fail-on", "major"]);
  // A gate that lets everything through looks the same: seed a break, and expect it to be refused.
  const broken = join(scratch, "broken.json");
  writeFileSync(broken, JSON.stringify(withoutAnOperation(released)));
  assert.notEqual(
    run(["diff", released, broken, "--fail-on", "major"]).status,
    0,
    "a removed operation passed",
  );
  console.log("contract: lints clean, breaks nobody; a seeded break is refused");
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function withoutAnOperation(file) {
  const contract = JSON.parse(readFileSync(join(root, file), "utf8"));
  const [path] = Object.keys(contract.paths);
  delete contract.paths[path];
  return contract;
}

function pass(args) {
  const { status, output } = run(args);
  if (status === 0) return;
  console.error(output);
  console.error(`redocly ${args.join(" ")} failed: see above.`);
  process.exit(1);
}

function run(args) {
  const { status, stdout, stderr } = spawnSync("npx", ["-y", redocly, ...args], {
    cwd: root,
    env: { ...environment, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    encoding: "utf8",
  });
  return { status, output: `${stdout}${stderr}` };
}

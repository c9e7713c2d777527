import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";
import { checkObjects } from "./kubernetes/check-objects.mjs";
import { seededFaults } from "./kubernetes/seeded-faults.mjs";

/** Renders each overlay with kubectl, checks it, and sees that each seeded fault in it would be refused. */
for (const overlay of ["staging", "production"]) {
  const directory = fileURLToPath(
    new URL(`../deploy/kubernetes/overlays/${overlay}`, import.meta.url),
  );
  const rendered = execFileSync("kubectl", ["kustomize", directory], { encoding: "utf8" });
  const objects = () => parseAllDocuments(rendered).map((document) => document.toJS());
  checkObjects(objects());
  const faults = Object.entries(seededFaults);
  for (const [name, seed] of faults) {
    const faulty = objects();
    seed(faulty);
    assert.throws(() => checkObjects(faulty), assert.AssertionError, `not refused: ${name}`);
  }
  console.log(
    `✓ ${overlay}: ${objects().length} objects hold; ${faults.length} seeded faults are refused`,
  );
}

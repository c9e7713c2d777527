import assert from "node:assert/strict";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** What npm itself needs, beside the code. */
const documents = new Set(["package.json", "README.md", "LICENSE", "CHANGELOG.md"]);

/** That a tarball holds what others can use, all of it and nothing else. */
export async function checkTarball({ manifest, paths, bytes }) {
  const { name, version, dependencies = {}, exports } = manifest;
  for (const path of ["README.md", "LICENSE", "dist/index.js", "dist/index.d.ts"])
    assert.ok(paths.includes(path), `${name} has ${path}`);
  for (const path of paths.filter((each) => !documents.has(each)))
    assert.match(path, /^dist\/.*(?<!\.spec(-d)?)\.(js|d\.ts)$/, `${name}: no ${path}`);
  assert.equal(manifest.publishConfig.provenance, true, `${name} says where it was built`);
  assert.ok(!JSON.stringify(exports).includes("@ordo/source"), `${name} exports what it holds`);
  for (const [dependency, range] of Object.entries(dependencies)) {
    assert.doesNotMatch(range, /^(workspace|catalog|link|file):/, `${name}: ${dependency}`);
    assert.notEqual(dependency, "@ordo/dev-postgres", `${name} needs what is not published`);
    if (dependency.startsWith("@ordo/")) assert.equal(range, version, `${name}: one house`);
  }
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) },
    strict: true,
  });
  const faults = messages.map((message) => formatMessage(message, pkg, { color: false }));
  assert.deepEqual(faults, [], `${name}: publint`);
}

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { environment, pinnedNode, root } from "./environment.mjs";
import { checkTarball } from "./packages/check-tarball.mjs";
import { emptyProject } from "./packages/empty-project.mjs";
import { pack } from "./packages/pack.mjs";
import { Failure } from "./run.mjs";
import { publishedPackages } from "./packages/workspace.mjs";

/**
 * Packs every package that is published and uses the tarballs as a stranger would: in projects with nothing
 * else in them. Build first; what is built is what is packed.
 */
const folder = mkdtempSync(join(tmpdir(), "ordo-packages-"));
try {
  const tarballs = publishedPackages().map((each) => pack(each.folder, folder));
  for (const tarball of tarballs) await checkTarball(tarball);
  const names = tarballs.map(({ manifest }) => manifest.name);
  step(`packs ${names.join(", ")}`);
  useDomain(tarballs.filter(({ manifest }) => manifest.name === "@ordo/domain"));
  useAll(tarballs, names);
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof Failure ? error.message : error);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The domain alone: its example compiles and runs, and importing it does nothing to the process. */
function useDomain(tarballs) {
  const project = emptyProject(join(folder, "domain"), tarballs, { lib: ["ES2024"] });
  const example = readFileSync(join(root, "examples", "checkout-and-support.ts"), "utf8");
  // What it prints when it is run needs the types of Node; a browser has none.
  project.write("example.ts", example.slice(0, example.indexOf("if (import.meta.main)")));
  project.compile();
  step("@ordo/domain compiles where there is neither Node nor DOM");

  project.write(
    "use.mjs",
    `const before = [Object.keys(globalThis), process.eventNames(), process.getActiveResourcesInfo()];
     await import("@ordo/domain");
     const after = [Object.keys(globalThis), process.eventNames(), process.getActiveResourcesInfo()];
     const { cart, preview } = await import("./out/example.js");
     console.log(JSON.stringify({ before, after, preview: preview(cart()) }));`,
  );
  const { before, after, preview } = JSON.parse(project.run(pinnedNode, ["use.mjs"]));
  assert.deepEqual(after, before, "importing @ordo/domain starts something");
  assert.equal(preview, "You pay 4645 EUR");
  step("@ordo/domain runs, and its import starts nothing");
}

/** All of them together: each entry's types hold, each can be imported, and the program runs. */
function useAll(tarballs, names) {
  const project = emptyProject(join(folder, "all"), tarballs, {
    lib: ["ES2024", "ESNext.Disposable"],
    types: ["node"],
  });
  for (const name of ["@types/node", "vitest"]) lend(name);
  const entries = tarballs.flatMap(({ manifest }) =>
    Object.keys(manifest.exports).map((path) => join(manifest.name, path)),
  );
  const used = entries.map((entry, n) => `export type * as entry${n} from "${entry}";`);
  project.write("use.ts", used.join("\n"));
  project.compile();
  step(`the types of ${entries.join(", ")} hold`);

  const imports = names.map((name) => `await import("${name}")`).join(", ");
  project.write(
    "use.mjs",
    `for (const each of [${imports}]) console.log(Object.keys(each).length);`,
  );
  for (const count of project.run(pinnedNode, ["use.mjs"]).trim().split("\n"))
    assert.ok(Number(count) > 0, "an entry without exports");
  const ordo = (...args) =>
    spawnSync(pinnedNode, [join(folder, "all/node_modules/.bin/ordo"), ...args], {
      cwd: join(folder, "all"),
      env: { PATH: environment.PATH },
      encoding: "utf8",
    });
  assert.match(ordo("--help").stdout, /ordo \[options\] \[command\]/);
  const status = ordo("migrate", "status");
  assert.equal(status.status, 1);
  assert.match(status.stderr, /^.*DATABASE_URL.*\n$/, "a sentence where there is no embedded one");
  step("ordo runs as an installed program");

  /** What a consumer's own project has: not ours to install. */
  function lend(name) {
    const target = join(folder, "all", "node_modules", name);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(root, "node_modules", name), target);
  }
}

function step(name) {
  console.log(`✓ ${name}`);
}

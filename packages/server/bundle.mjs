import { readdirSync, rmSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Joins what is built with all that it imports into a few files: a start reads them in a third of the time that some
 * 1,800 modules take. What is loaded on demand stays so, in files of its own. Not minified, so that a stack trace can be
 * read; `--enable-source-maps` names the sources.
 */
const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The server of development, which production has not got, and what `pg` and `@redis/client` can do without. */
const leftOut = ["@ordo/dev-postgres", "pg-native", "@node-rs/xxhash"];

const target = folder("dist/bundle");
const { metafile } = await build({
  absWorkingDir: folder("."),
  entryPoints: { ordo: "dist/cli/ordo.js", main: "dist/main.js" },
  outdir: target,
  outExtension: { ".js": ".mjs" },
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node24",
  external: leftOut,
  // The modules of CommonJS among them ask for Node's own by `require`.
  banner: {
    js: 'import { createRequire as requireFor } from "node:module"; const require = requireFor(import.meta.url);',
  },
  sourcemap: true,
  sourcesContent: false,
  metafile: true,
  logLevel: "warning",
});

const missing = Object.values(metafile.outputs)
  .flatMap(({ imports }) => imports)
  .filter(({ external, path }) => external && !isBuiltin(path) && !leftOut.includes(path));
if (missing.length > 0)
  throw new Error(
    `the bundle lacks ${missing.map(({ path }) => path).join(", ")}: have the package that imports it depend on it, or name it in \`leftOut\` if that can do without`,
  );

// A server that runs meanwhile may yet load what an earlier build left for it, by names that hold the hash of the content.
const aWeekAgo = Date.now() - 7 * 24 * 60 * 60 * 1000;
const current = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const name of readdirSync(target))
  if (!current.has(name) && statSync(join(target, name)).mtimeMs < aWeekAgo)
    rmSync(join(target, name));

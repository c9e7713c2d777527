import { existsSync, readdirSync } from "node:fs";

// `pnpm bench <name> [options]` runs benchmarks/<name>/index.ts.
const name = process.argv[2] ?? "";
const program = new URL(`./${name}/index.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  const known = readdirSync(import.meta.dirname, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && existsSync(`${entry.parentPath}/${entry.name}/index.ts`),
    )
    .map((entry) => entry.name);
  process.stderr.write(`Usage: pnpm bench <name>, where <name> is one of: ${known.join(", ")}\n`);
  process.exitCode = 1;
} else await import(program.href);

import { existsSync, readdirSync } from "node:fs";

// `npm run bench <name> [options]` runs benchmarks/<name>.ts, or benchmarks/<name>/index.ts.
const name = process.argv[2] ?? "";
const programs = [`./${name}.ts`, `./${name}/index.ts`].map(
  (path) => new URL(path, import.meta.url),
);
const program = programs.find((candidate) => existsSync(candidate));
if (!/^[a-z-]+$/.test(name) || name === "run" || program === undefined) {
  const known = readdirSync(import.meta.dirname, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory())
      return existsSync(`${entry.parentPath}/${entry.name}/index.ts`) ? [entry.name] : [];
    return entry.name.endsWith(".ts") && entry.name !== "run.ts" ? [entry.name.slice(0, -3)] : [];
  });
  process.stderr.write(
    `Usage: npm run bench <name>, where <name> is one of: ${known.join(", ")}\n`,
  );
  process.exitCode = 1;
} else await import(program.href);

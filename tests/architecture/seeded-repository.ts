import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Files by path. */
export type Sources = Readonly<Record<string, string>>;

export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
}

/** This repository's rules and layout in a temporary directory, with other sources in it. */
export interface SeededRepository {
  readonly run: (tool: "oxlint" | "tsc", ...args: readonly string[]) => Promise<Outcome>;
  readonly remove: () => Promise<void>;
}

const packages = [
  "domain",
  "application",
  "adapters-http",
  "adapters-payments-simulated",
  "adapters-postgres",
  "adapters-redis",
  "dev-postgres",
  "server",
];
const rules = [
  ".oxlintrc.json",
  "tsconfig.base.json",
  ...packages.flatMap((name) => [
    `packages/${name}/package.json`,
    `packages/${name}/tsconfig.json`,
  ]),
];

export async function seedRepository(sources: Sources): Promise<SeededRepository> {
  const root = await mkdtemp(join(tmpdir(), "ordo-architecture-"));
  for (const file of rules) await cp(join(repository, file), join(root, file), { recursive: true });
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
  for (const [path, text] of Object.entries(sources)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), `${text}\n`);
  }
  return {
    run: (tool, ...args) => run(join(repository, "node_modules", ".bin", tool), args, root),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

function run(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { cwd }, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

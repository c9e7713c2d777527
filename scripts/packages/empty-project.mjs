import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environment, root } from "../environment.mjs";
import { Failure } from "../run.mjs";

/** As strict as TypeScript goes, and no help from our own settings. */
const compilerOptions = {
  target: "ES2024",
  module: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  outDir: "out",
  rootDir: ".",
};

/** A stranger's project with nothing in it but these tarballs, and what they depend on from the registry. */
export function emptyProject(folder, tarballs, { lib, types = [] }) {
  mkdirSync(folder, { recursive: true });
  const dependencies = tarballs.map(({ manifest, file }) => [manifest.name, `file:${file}`]);
  write("package.json", {
    private: true,
    type: "module",
    dependencies: Object.fromEntries(dependencies),
  });
  write("tsconfig.json", {
    compilerOptions: { ...compilerOptions, lib, types },
    include: ["*.ts"],
  });
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);

  function write(name, content) {
    const text = typeof content === "string" ? content : JSON.stringify(content, null, 2);
    writeFileSync(join(folder, name), text);
  }
  function run(command, args) {
    const options = { cwd: folder, env: environment, encoding: "utf8" };
    const { status, stdout, stderr } = spawnSync(command, args, options);
    if (status !== 0)
      throw new Failure(`${command} in an empty project failed:\n${stdout}${stderr}`);
    return stdout;
  }
  return {
    write,
    run,
    compile: () => run(join(root, "node_modules", ".bin", "tsc"), ["-p", "."]),
  };
}

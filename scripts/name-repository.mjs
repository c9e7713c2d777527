import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exitWith, Failure } from "./run.mjs";
import { publishedPackages } from "./packages/workspace.mjs";

/**
 * Writes in every package that is published which repository it comes from: the one whose workflow this is.
 * npm compares it with where the provenance says that the package was built.
 */
try {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  if (!server || !repository)
    throw new Failure(
      "Releases come from the workflow release.yml, which can say where they were built. See CONTRIBUTING.md.",
    );
  for (const { folder, manifest } of publishedPackages()) {
    const directory = `packages/${manifest.name.slice("@ordo/".length)}`;
    manifest.repository = { type: "git", url: `git+${server}/${repository}.git`, directory };
    writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  }
} catch (error) {
  exitWith(error);
}

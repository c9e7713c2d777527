import { readFileSync } from "node:fs";
import { z } from "zod";
import { packageManifest } from "./package-manifest.ts";

/** What this process was built from. */
export interface Build {
  readonly version: string;
  /** The commit, when whoever built it said so. */
  readonly revision: string;
}

/** The version is the package's own. */
export const buildOf = (revision: string): Build => {
  const manifest = readFileSync(packageManifest(), "utf8");
  return {
    version: z.object({ version: z.string() }).parse(JSON.parse(manifest)).version,
    revision,
  };
};

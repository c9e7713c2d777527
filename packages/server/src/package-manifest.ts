import { findPackageJSON } from "node:module";

/** The path of this package's manifest: from sources, from what they compile to, and from the bundle of that. */
export const packageManifest = (): string => {
  const path = findPackageJSON(import.meta.url);
  if (path === undefined) throw new Error("this package has lost its package.json");
  return path;
};

import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { hasCode } from "./has-code.ts";

/**
 * As `mkdir -p`. Node's own `recursive` never ends where a file system says ENOENT of a directory whose parent is
 * there, as /proc does.
 */
export const makeDirectory = async (path: string): Promise<void> => {
  try {
    await makeOne(path);
  } catch (error) {
    if (!hasCode(error, "ENOENT") || dirname(path) === path) throw error;
    await makeDirectory(dirname(path));
    await makeOne(path);
  }
};

const makeOne = async (path: string): Promise<void> => {
  try {
    await mkdir(path);
  } catch (error) {
    const isThere = hasCode(error, "EEXIST") && (await stat(path)).isDirectory();
    if (!isThere) throw error;
  }
};

import { randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf } from "./code-of.ts";
import { makeDirectory } from "./make-directory.ts";
import { StartupError } from "../startup-error.ts";

/** Writes a file that only its owner may read. */
export const writePrivate = async (path: string, content: string): Promise<void> => {
  try {
    await makeDirectory(dirname(path));
    await writeFile(path, content, { mode: 0o600 });
    await chmod(path, 0o600);
  } catch (error) {
    throw unusable(path, error);
  }
};

/** A secret that is made once and kept in a file, so that tokens outlive a restart. */
export const keptSecret = async (path: string): Promise<string> => {
  const kept = await readIfPresent(path);
  if (kept === undefined) {
    const fresh = randomBytes(32).toString("base64url");
    await writePrivate(path, fresh);
    return fresh;
  }
  if (Buffer.byteLength(kept) < 32)
    throw new StartupError(
      `${path} holds no secret of ours any more. Remove it to have a new one made; tokens issued so far end with it.`,
    );
  return kept;
};

const readIfPresent = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw unusable(path, error);
  }
};

const unusable = (path: string, error: unknown): unknown => {
  const code = codeOf(error);
  return code === undefined
    ? error
    : new StartupError(
        `${path} cannot be used (${code}). Make it readable and writable for this user, or set ORDO_DATA_DIR to a directory of your own.`,
        { cause: error },
      );
};

import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a file that only its owner may read. */
export const writePrivate = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { mode: 0o600 });
  await chmod(path, 0o600);
};

/** A secret that is made once and kept in a file, so that tokens outlive a restart. */
export const keptSecret = async (path: string): Promise<string> => {
  const kept = await readFile(path, "utf8").catch(missingAsEmpty);
  if (kept !== "") return kept;
  const fresh = randomBytes(32).toString("base64url");
  await writePrivate(path, fresh);
  return fresh;
};

const missingAsEmpty = (error: unknown): string => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
  throw error;
};

import { readFile, writeFile } from "node:fs/promises";
import { references } from "./references.ts";

/** Writes every page that is made from the source. */
for (const { path, make } of references) {
  const before = await readFile(path, "utf8").catch(() => "");
  const now = await make(before);
  if (now === before) continue;
  await writeFile(path, now);
  process.stdout.write(`wrote ${path}\n`);
}

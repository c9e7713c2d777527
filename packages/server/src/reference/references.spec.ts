import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { references } from "./references.ts";

test.each(references)(
  "$path is what the source says: else run npm run docs:reference",
  async (page) => {
    const before = await readFile(page.path, "utf8");
    expect(await page.make(before)).toBe(before);
  },
);

import { expect } from "vitest";

let count = 0;

/**
 * A UUIDv7-shaped id that no other test of this run uses: counted within a file, and salted with the
 * file's path, since a contract may run from several files against one database.
 */
export const freshId = (): string => {
  count += 1;
  const salt = hash(expect.getState().testPath ?? "")
    .toString(16)
    .padStart(8, "0");
  return `01990000-0000-7000-8000-${count.toString(16).padStart(4, "0")}${salt}`;
};

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value;
};

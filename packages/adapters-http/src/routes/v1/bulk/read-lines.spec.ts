import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { type Line, readLines } from "./read-lines.ts";

const read = async (chunks: readonly string[], maxBytes = 100) => {
  const lines: Line[] = [];
  for await (const line of readLines(
    Readable.from(chunks.map((text) => Buffer.from(text))),
    maxBytes,
  ))
    lines.push(line);
  return lines.map((line) => [line.line, "bytes" in line ? line.bytes.toString() : "too long"]);
};

it("finds the lines wherever the chunks end", async () => {
  const expected = [
    [1, "ab"],
    [3, "ü"],
    [4, "d"],
  ];
  const bytes = Buffer.from("ab\n \nü\nd");
  expect(await read([bytes.toString()])).toEqual(expected);
  expect(await read(["a", "b\n", " \n", "ü", "\n", "d"])).toEqual(expected);
  expect(await read(["ab\n \nü\nd\n"])).toEqual(expected);
});

it("holds no line that is too long", async () => {
  expect(await read(["a".repeat(60), `${"a".repeat(60)}\nb`])).toEqual([
    [1, "too long"],
    [2, "b"],
  ]);
});

import { expect, it } from "vitest";
import { parsePostmasterFile } from "./postmaster-file.ts";

it("reads the process id and the port", () => {
  expect(parsePostmasterFile("4711\n/data\n1700000000\n5433\n\n127.0.0.1\n")).toEqual({
    pid: 4711,
    port: 5433,
  });
});

it("has no port before the server listens", () => {
  expect(parsePostmasterFile("4711\n/data\n1700000000\n")).toEqual({ pid: 4711, port: undefined });
});

it.each(["", "\n", "zero", "-5\n", "0\n"])("takes %j for no file", (text) => {
  expect(parsePostmasterFile(text)).toBeUndefined();
});

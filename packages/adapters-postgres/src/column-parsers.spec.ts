import pg from "pg";
import { expect, test } from "vitest";
import { columnParsers } from "./column-parsers.ts";

const { INT8, TIMESTAMPTZ } = pg.types.builtins;
const parse = (oid: number, text: string): unknown => columnParsers().getTypeParser(oid)(text);

test("bigint is a number as long as that is exact", () => {
  expect(parse(INT8, "9007199254740991")).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => parse(INT8, "9007199254740992")).toThrow(RangeError);
});

test("timestamptz is milliseconds, whatever the session's time zone", () => {
  expect(parse(TIMESTAMPTZ, "2026-01-01 00:00:00.123+00")).toBe(Date.UTC(2026, 0, 1, 0, 0, 0, 123));
  expect(parse(TIMESTAMPTZ, "2026-01-01 05:30:00.001+05:30")).toBe(
    Date.UTC(2026, 0, 1, 0, 0, 0, 1),
  );
});

test("the process's other users of pg keep their parsers", () => {
  columnParsers();
  expect(pg.types.getTypeParser(INT8)("1")).toBe("1");
});

import { describe, expect, it } from "vitest";
import { withinKillLimit } from "../testing/within-kill-limit.ts";
import { bothExpected, readIfMatch } from "./if-match.ts";

describe("If-Match (RFC 9110 § 13.1.1)", () => {
  it.each([
    ["*", null],
    ['"3"', [3]],
    ['"3", "5"', [3, 5]],
    ['W/"3"', []],
    ['W/"3", "4"', [4]],
    ['"x", "03", "-1", "1e3"', []],
    ["3", []],
    ["", []],
    ['"3" "4"', []],
  ])("reads %s", (field, versions) => {
    expect(readIfMatch(field)).toEqual(versions);
  });

  it("reads 16 KB of nonsense", () => {
    expect(withinKillLimit(() => readIfMatch(`"a"${" ,".repeat(8192)}x`))).toEqual([]);
  });

  it.each([
    [null, null, null],
    [null, 3, 3],
    [[3, 4], null, [3, 4]],
    [[3, 4], 4, [4]],
    [[3], 4, []],
  ])("demands both %j and %j", (ifMatch, expectedVersion, both) => {
    expect(bothExpected(ifMatch, expectedVersion)).toEqual(both);
  });
});

import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

describe("canonical JSON", () => {
  it("is what RFC 8785 makes of any value, as its author's library does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["names of digits, which an object moves to the front", '{"b":1,"10":2,"9":3,"a":4}'],
    ["such names deep inside", '[{"b":{"2":1,"10":2},"a":1}]'],
    ["a name that would become the prototype", '{"b":1,"__proto__":{"c":2,"a":3},"a":4}'],
    ["names beyond the first plane, which sort by code unit", '{"\\ufb33":1,"\\ud83d\\ude00":2}'],
    ["numbers of every spelling", '{"b":1E30,"a":[4.50,-0,0.002,1e-27]}'],
  ])("of %s", (_name, text) => {
    const value: unknown = JSON.parse(text);
    expect(canonicalJson(value)).toBe(canonicalize(value));
  });

  it("of no value is no text", () => {
    expect(canonicalJson(undefined)).toBe("");
  });
});

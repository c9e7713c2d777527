import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

const anyValue = fc.jsonValue({ noUnicodeString: false });

// Names that sort before, among and behind those that an object moves to the front.
const awkward = fc.constantFrom(
  "!",
  "$",
  "",
  "0",
  "1",
  "5",
  "9",
  "10",
  "00",
  "a",
  ":",
  "__proto__",
);
const awkwardObject = fc
  .uniqueArray(fc.tuple(awkward, fc.integer()), { selector: ([name]) => name })
  .map((entries): unknown =>
    JSON.parse(`{${entries.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`),
  );

describe("canonical JSON", () => {
  it.each([
    ["of any value", anyValue],
    ["of names that an object does not leave where they are", awkwardObject],
    ["of such names deep inside", fc.array(fc.record({ b: awkwardObject, a: anyValue }))],
  ])("is what RFC 8785 makes %s, as its author's library does", (_name, values) => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ["names beyond the first plane, which sort by code unit", '{"\\ufb33":1,"\\ud83d\\ude00":2}'],
    ["numbers of every spelling", '{"b":1E30,"a":[4.50,-0,0.002,1e-27]}'],
    ["much inside each other", `${"[".repeat(5_000)}${"]".repeat(5_000)}`],
  ])("of %s", (_name, text) => {
    const value: unknown = JSON.parse(text);
    expect(canonicalJson(value)).toBe(canonicalize(value));
  });

  it.each(['{"a":1e400}', '{"a":-1e400}', '"\\ud800"', '{"a":["\\udc00"]}', '{"\\ud800":1}'])(
    "of %s there is none",
    (text) => {
      expect(() => canonicalJson(JSON.parse(text))).toThrow("not allowed");
    },
  );

  it("of no value is no text", () => {
    expect(canonicalJson(undefined)).toBe("");
  });
});

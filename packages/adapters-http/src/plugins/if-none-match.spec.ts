import { describe, expect, it } from "vitest";
import { namesTag } from "./if-none-match.ts";

describe("namesTag (RFC 9110 § 13.1.2)", () => {
  it.each(['"1"', 'W/"1"', "*", ' "1" ', '"0","1"', '"0" , W/"1"', '"1",', '"a,b", "1"'])(
    "%s names 1",
    (field) => {
      expect(namesTag(field, '"1"')).toBe(true);
    },
  );
  it.each(["1", "", '"11"', '"1', '"x"y"1"', 'w/"1"', '"*"', '", "1'])("%s does not", (field) => {
    expect(namesTag(field, '"1"')).toBe(false);
  });
});

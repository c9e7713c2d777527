import { describe, expect, it } from "vitest";
import { withinKillLimit } from "../testing/within-kill-limit.ts";
import { namesTag } from "./if-none-match.ts";

describe("namesTag (RFC 9110 § 13.1.2)", () => {
  it.each([
    '"1"',
    'W/"1"',
    "*",
    ' "1" ',
    '"0","1"',
    '"0" , W/"1"',
    '"1",',
    '"a,b", "1"',
    '"0", ,\t, "1" , ',
  ])("%s names 1", (field) => {
    expect(namesTag(field, '"1"')).toBe(true);
  });
  it.each(["1", "", '"11"', '"1', '"x"y"1"', 'w/"1"', '"*"', '", "1', '"0" "1"', '"0",x,"1"'])(
    "%s does not",
    (field) => {
      expect(namesTag(field, '"1"')).toBe(false);
    },
  );

  const fill = (unit: string) => unit.repeat(Math.ceil((16 * 1024) / unit.length));
  it.each([
    ["commas and spaces", `"1"${fill(", ")}x`],
    ["commas and tabs", `"1"${fill(",\t \t")}x`],
    ["spaces", `"1"${fill(" ")}x`],
    ["spaces after a comma", `"1",${fill(" ")}x`],
    ["tags", `${fill('"1", ')}x`],
    ["weak tags without an end", `"1"${fill(', W/"')}`],
    ["quotes", `${fill('"')}x`],
    ["one tag without an end", `"${fill("a")}`],
  ])("reads 16 KB of %s and names nothing", (_name, field) => {
    expect(withinKillLimit(() => namesTag(field, '"1"'))).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { withinKillLimit } from "../testing/within-kill-limit.ts";
import { prefersMinimal } from "./prefer.ts";

describe("prefersMinimal (RFC 7240 § 4.2)", () => {
  it.each([
    ["return=minimal", true],
    ['respond-async, Return = "Minimal" ; x=1', true],
    ["return=minimal, return=representation", true],
    ["return=representation, return=minimal", false],
    ["return=minimal x", false],
  ])("reads %s", (field, minimal) => {
    expect(prefersMinimal(field)).toBe(minimal);
  });

  const fill = (unit: string) => unit.repeat(Math.ceil((16 * 1024) / unit.length));
  it.each([
    `${fill(" ")}x`,
    `return=${fill(" ")}x`,
    `return=${fill("a")}!`,
    `return=a${fill(" ")}x`,
    fill("return=a ;,"),
    fill(" ,"),
  ])("reads 16 KB of nonsense", (field) => {
    expect(withinKillLimit(() => prefersMinimal(field))).toBe(false);
  });
});

import { expect, it } from "vitest";
import { engineChoice } from "./engine-choice.ts";

it.each([
  [undefined, "whatever-answers"],
  ["", "whatever-answers"],
  ["embedded", "embedded"],
  ["testcontainers", "testcontainers"],
])("ORDO_TEST_POSTGRES=%s chooses %s", (value, expected) => {
  expect(engineChoice(value === undefined ? {} : { ORDO_TEST_POSTGRES: value })).toBe(expected);
});

it("refuses what it does not know", () => {
  expect(() => engineChoice({ ORDO_TEST_POSTGRES: "docker" })).toThrow(
    /"testcontainers" or "embedded"/,
  );
});

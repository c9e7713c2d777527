import { expect, test } from "vitest";
import { binaryArray, UnencodableValue } from "./binary-array.ts";

test.each([
  ["integer", 2 ** 31],
  ["integer", 0.5],
  ["bigint", 2 ** 53],
  ["bigint", Number.NaN],
  ["uuid", "01990000-0000-7000-8000-00000000000"],
  ["uuid", "01990000-0000-7000-8000-0000000000xx"],
] as const)("refuses %s %s", (type, value) => {
  expect(() => binaryArray(type, [value as never])).toThrow(UnencodableValue);
});

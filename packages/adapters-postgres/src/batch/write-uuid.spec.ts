import fc from "fast-check";
import { expect, test } from "vitest";
import { writeUuid } from "./write-uuid.ts";

test("writes the bytes that the digits stand for, in either case, and nothing beside them", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.boolean(), (uuid, upper) => {
      const buffer = Buffer.alloc(20, 0xee);
      expect(writeUuid(buffer, upper ? uuid.toUpperCase() : uuid, 2)).toBe(true);
      expect(buffer.toString("hex")).toBe(`eeee${uuid.replaceAll("-", "")}eeee`);
    }),
  );
});

test.each([
  "",
  "0199",
  "01990000-0000-7000-8000-0000000000a",
  "01990000-0000-7000-8000-0000000000aab",
  "01990000-0000-7000-8000-0000000000aaff",
  "01990000-0000-7000-8000-0000000000ag",
  "01990000-0000-7000-8000-0000000000a\u0130",
])("%j is none", (text) => {
  expect(writeUuid(Buffer.alloc(32), text, 0)).toBe(false);
});

import { expect, test } from "vitest";
import { chainHash } from "./hash-chain.ts";

const chain = (events: readonly string[]): string => {
  let hash: Buffer | null = null;
  for (const [index, data] of events.entries()) hash = chainHash(hash, index + 1, data);
  return hash?.toString("hex") ?? "";
};

test("is what sha256sum says of the bytes one after the other", () => {
  // printf '\0\0\0\1{"a":"é"}' | sha256sum
  expect(chain(['{"a":"é"}'])).toBe(
    "956b25c2d51183aa0c06ea8da3eed59997548a9e2d6251210e8c4aa33b82d3d4",
  );
});

test.each([
  ["changed", ["1", "x", "3"]],
  ["removed", ["1", "3"]],
  ["added", ["1", "2", "2", "3"]],
  ["moved", ["2", "1", "3"]],
])("tells that an event was %s", (_what, events) => {
  expect(chain(events)).not.toBe(chain(["1", "2", "3"]));
});

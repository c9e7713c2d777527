import { expect, it } from "vitest";
import { isServerOf } from "./adopt-postmaster.ts";

it.each([
  ["/n/bin/postgres -D /data/a/cluster -c port=1 ", true],
  ["/n/bin/postgres -D /data/ab/cluster -c port=1 ", false],
  ["vim /data/a/cluster/postgres -D ", false],
  ["postgres: checkpointer ", false],
])("recognises the server of /data/a/cluster in %s: %s", (command, expected) => {
  expect(isServerOf("/data/a/cluster", command)).toBe(expected);
});

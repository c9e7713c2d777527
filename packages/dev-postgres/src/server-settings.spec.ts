import { expect, it } from "vitest";
import { fastButNotDurable, serverArguments } from "./server-settings.ts";

it("is durable by default", () => {
  expect(serverArguments(5433, {})).toEqual(
    expect.arrayContaining([
      "fsync=on",
      "synchronous_commit=on",
      "full_page_writes=on",
      "port=5433",
    ]),
  );
});

it("gives durability up when told", () => {
  const args = serverArguments(5433, fastButNotDurable);
  expect(args).toContain("fsync=off");
  expect(args).not.toContain("fsync=on");
});

it("never listens beyond this machine", () => {
  const args = serverArguments(5433, { listen_addresses: "*", unix_socket_directories: "/tmp" });
  expect(args).toContain("listen_addresses=127.0.0.1");
  expect(args).toContain("unix_socket_directories=");
});

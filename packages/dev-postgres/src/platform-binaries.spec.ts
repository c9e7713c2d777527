import { expect, it } from "vitest";
import { platformBinaries } from "./platform-binaries.ts";

it("finds the programs of this platform", async () => {
  expect(await platformBinaries()).toMatchObject({
    initdb: expect.stringMatching(/\/initdb$/),
    postgres: expect.stringMatching(/\/postgres$/),
  });
});

it("says what to do on a platform without binaries", async () => {
  await expect(platformBinaries("sunos-sparc")).rejects.toThrow(/sunos-sparc.*DATABASE_URL/);
});

it("says what to do when the optional package is missing", async () => {
  const elsewhere = process.platform === "darwin" ? "linux-arm64" : "darwin-arm64";
  await expect(platformBinaries(elsewhere)).rejects.toThrow(/not installed.*DATABASE_URL/);
});

import { expect, it } from "vitest";
import { serverEnvironment } from "./server-environment.ts";

it("hides what would change the server's defaults", () => {
  const env = { PATH: "/bin", PGDATA: "/other", PGPORT: "1", LC_ALL: "de_DE", LD_PRELOAD: "x" };
  expect(serverEnvironment(env)).toEqual({ PATH: "/bin", LANG: "C", LC_ALL: "C" });
});

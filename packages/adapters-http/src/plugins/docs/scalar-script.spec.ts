import type { FastifyPluginAsync } from "fastify";
import { expect, test, vi } from "vitest";
import { scalarScript } from "./scalar-script.ts";

const scalar = vi.hoisted(() => ({ breaks: true, loads: 0 }));

vi.mock("@scalar/fastify-api-reference", (): { default: FastifyPluginAsync } => ({
  default: async (app) => {
    scalar.loads += 1;
    if (scalar.breaks) throw new Error("EMFILE: too many open files");
    app.get("/js/scalar.js", async () => "the script");
  },
}));

test("a script that could not be loaded is loaded when somebody asks again, and then once", async () => {
  await expect(scalarScript()).rejects.toThrow("EMFILE");
  scalar.breaks = false;
  expect(await scalarScript()).toBe("the script");
  expect(await scalarScript()).toBe("the script");
  expect(scalar.loads).toBe(2);
});

import { describe, expect, it } from "vitest";
import { seedRepository } from "./seeded-repository.ts";

/** None of these exist for the compiler below the adapters. */
const unknown = {
  process: "process.env",
  fetch: 'fetch("/")',
  setTimeout: "setTimeout(() => 0)",
  console: "console.log()",
  Buffer: "Buffer.alloc(1)",
  crypto: "crypto.randomUUID()",
  document: "document.title",
};

describe.each(["domain", "application"])("packages/%s", (name) => {
  it("knows no process, network, timer or console", async () => {
    const repository = await seedRepository(
      Object.fromEntries(
        Object.entries(unknown).map(([global, code]) => [
          `packages/${name}/src/${global}.ts`,
          `export const x: unknown = ${code};`,
        ]),
      ),
    );
    const { exitCode, output } = await repository.run("tsc", "-p", `packages/${name}`);
    await repository.remove();

    expect(exitCode).not.toBe(0);
    for (const global of Object.keys(unknown)) {
      expect(output).toMatch(
        new RegExp(`${global}\\.ts.*error TS\\d+: Cannot find name '${global}'`),
      );
    }
  });

  it("compiles what is pure", async () => {
    const repository = await seedRepository({
      "packages/domain/src/index.ts": "export const one = Math.max(0, 1);",
      [`packages/${name}/src/index.ts`]: "export const one = Math.max(0, 1);",
    });
    const outcome = await repository.run("tsc", "-b", `packages/${name}`);
    await repository.remove();
    expect(outcome).toEqual({ exitCode: 0, output: "" });
  });
});

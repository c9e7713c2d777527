import { afterEach, expect, test, vi } from "vitest";
import { StartupError } from "../startup-error.ts";
import { failPlainly } from "./fail-plainly.ts";

const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
afterEach(() => {
  process.exitCode = undefined;
  told.mockClear();
});

test("tells what can be mended in a sentence, also when cleaning up failed too", () => {
  failPlainly(new SuppressedError(new Error("cleaning up"), new StartupError("Do this.")));
  expect(told).toHaveBeenCalledExactlyOnceWith("Do this.\n", expect.any(Function));
  expect(process.exitCode).toBe(1);
});

test("tells everything of anything else", () => {
  failPlainly(new TypeError("a bug"));
  expect(told).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(/TypeError: a bug\n +at /),
    expect.any(Function),
  );
});

import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentAccount } from "./current-account.ts";
import { launcherFor } from "./launcher.ts";
import { isReachableBy } from "./reachable.ts";

const stranger = { uid: currentAccount().uid + 12_345, gid: currentAccount().gid + 12_345 };

let home: string;
let program: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "ordo-launcher-"));
  program = join(home, "program");
  await writeFile(program, "", { mode: 0o755 });
  await chmod(program, 0o755);
});

afterEach(() => rm(home, { recursive: true, force: true }));

describe("reachability", () => {
  it("needs every directory above to be open", async () => {
    await chmod(home, 0o711);
    expect(await isReachableBy(stranger, program)).toBe(true);
    await chmod(home, 0o700);
    expect(await isReachableBy(stranger, program)).toBe(false);
    expect(await isReachableBy(currentAccount(), program)).toBe(true);
  });

  it("needs the path itself to be readable and executable", async () => {
    await chmod(home, 0o711);
    await chmod(program, 0o744);
    expect(await isReachableBy(stranger, program)).toBe(false);
  });
});

describe("launching", () => {
  it("runs as we are when that is the account", async () => {
    const launcher = await launcherFor(currentAccount(), [program]);
    expect(launcher.spawnOptions).toEqual({});
    expect(launcher.command("postgres", ["-V"])).toEqual(["postgres", ["-V"]]);
  });

  it("only changes the uid when nothing stands in the way", async () => {
    await chmod(home, 0o711);
    const launcher = await launcherFor(stranger, [program], () =>
      Promise.reject(new Error("not needed")),
    );
    expect(launcher.spawnOptions).toEqual(stranger);
  });

  it("says what to do when a path cannot be reached", async () => {
    const launcher = launcherFor(stranger, [program], () => Promise.resolve(undefined));
    await expect(launcher).rejects.toThrow(new RegExp(`cannot reach ${program}.*ORDO_DATA_DIR`));
  });
});

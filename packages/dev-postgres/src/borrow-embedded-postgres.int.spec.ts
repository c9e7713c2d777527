import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { end, launchProcess } from "../fixtures/launch-process.ts";
import { borrowEmbeddedPostgres } from "./borrow-embedded-postgres.ts";
import { dataDirAt } from "./data-dir.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { currentAccount } from "./privileges/current-account.ts";
import { isRunning } from "./processes/is-running.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ordo-borrowed-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const postmaster = async () => (await readPostmasterFile(dataDirAt(dataDir).postmasterFile))?.pid;

it("uses the server of the process that owns the directory, and leaves it to that", async () => {
  const owner = await launchProcess(dataDir, currentAccount());
  try {
    const said: string[] = [];
    const borrowed = await borrowEmbeddedPostgres({
      dataDir,
      onProgress: (line) => said.push(line),
    });
    expect(borrowed.url).toBe(owner.url);
    expect(said).toEqual([`using the PostgreSQL that process ${String(owner.process.pid)} runs`]);
    await borrowed.release();
    expect(isRunning(owner.pid)).toBe(true);
  } finally {
    await end(owner.process, "SIGINT");
  }
});

it("starts one where its owner was killed, and stops it", async () => {
  const owner = await launchProcess(dataDir, currentAccount());
  await end(owner.process, "SIGKILL");
  const borrowed = await borrowEmbeddedPostgres({ dataDir });
  const pid = (await postmaster()) ?? 0;
  expect(isRunning(pid)).toBe(true);
  await borrowed.release();
  expect(isRunning(pid)).toBe(false);
});

it("says that a file is in the directory's place", async () => {
  const file = join(dataDir, "file");
  await writeFile(file, "");
  for (const path of [file, join(file, "postgres")])
    await expect(borrowEmbeddedPostgres({ dataDir: path })).rejects.toThrow(
      `${path} cannot be a data directory: a file is in its place. Set ORDO_DATA_DIR to a directory.`,
    );
});

it.runIf(process.platform === "linux")("says where no directory can be made", async () => {
  await expect(borrowEmbeddedPostgres({ dataDir: "/proc/nope/postgres" })).rejects.toThrow(
    "/proc/nope/postgres cannot be made: its file system makes no directories. Set ORDO_DATA_DIR to another.",
  );
});

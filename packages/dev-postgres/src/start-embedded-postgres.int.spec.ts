import { spawn } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { end, launchProcess } from "../fixtures/launch-process.ts";
import { dataDirAt } from "./data-dir.ts";
import { currentAccount } from "./privileges/current-account.ts";
import { isRunning } from "./processes/is-running.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start-embedded-postgres.ts";
import { withClient } from "./with-client.ts";

const self = currentAccount();
const nobody = { uid: 65534, gid: 65534 };
const ordinary = self.uid === 0 ? nobody : self;

let home: string;
let dataDir: string;
const running: EmbeddedPostgres[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "ordo-embedded-"));
  dataDir = join(home, "data");
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  await rm(home, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  running.push(server);
  return server;
}

const commitRow = (url: string) =>
  withClient(url, async (client) => {
    await client.query("CREATE TABLE survivor (id int)");
    await client.query("INSERT INTO survivor VALUES (1)");
  });

const committedRows = (url: string) =>
  withClient(url, async (client) => (await client.query("TABLE survivor")).rows);

it("keeps what was committed over a stop, in a directory behind a private one", async () => {
  const first = await start();
  await commitRow(first.url);
  await first.stop();
  expect(isRunning(first.pid)).toBe(false);

  const second = await start();
  expect(await committedRows(second.url)).toEqual([{ id: 1 }]);
  expect(second.adopted).toBe(false);
});

it("is durable unless told otherwise", async () => {
  const { url } = await start();
  const settings = await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS synchronous_commit,
              current_setting('full_page_writes') AS full_page_writes, current_setting('listen_addresses') AS host`,
    );
    return rows[0];
  });
  expect(settings).toEqual({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    host: "127.0.0.1",
  });
});

it("recovers what was committed when PostgreSQL was killed", async () => {
  const first = await start();
  await commitRow(first.url);
  process.kill(first.pid, "SIGKILL");
  await first.ended;
  expect(isRunning(first.pid)).toBe(false);
  await first.stop();

  const second = await start();
  expect(await committedRows(second.url)).toEqual([{ id: 1 }]);
});

it("adopts the server that a killed launcher left, and stops it", async () => {
  const launched = await launchProcess(dataDir, self);
  await commitRow(launched.url);
  await end(launched.process, "SIGKILL");
  expect(isRunning(launched.pid)).toBe(true);

  const server = await start();
  expect(server).toMatchObject({ adopted: true, pid: launched.pid, url: launched.url });
  expect(await committedRows(server.url)).toEqual([{ id: 1 }]);
  await server.stop();
  expect(isRunning(launched.pid)).toBe(false);
});

it("recovers when launcher and server were killed together", async () => {
  const launched = await launchProcess(dataDir, self);
  await commitRow(launched.url);
  process.kill(launched.pid, "SIGKILL");
  await end(launched.process, "SIGKILL");

  const server = await start();
  expect(server.adopted).toBe(false);
  expect(await committedRows(server.url)).toEqual([{ id: 1 }]);
});

it("stops the server when the launcher is told to stop", async () => {
  const launched = await launchProcess(dataDir, self);
  await end(launched.process, "SIGINT");
  expect(isRunning(launched.pid)).toBe(false);
});

it("refuses a data directory that another process uses, naming it", async () => {
  const launched = await launchProcess(dataDir, self);
  try {
    await expect(start()).rejects.toThrow(
      new RegExp(`as process ${String(launched.process.pid)}.*ORDO_DATA_DIR`),
    );
  } finally {
    await end(launched.process, "SIGINT");
  }
});

it("refuses to adopt a server that another Ordo still talks to", async () => {
  const launched = await launchProcess(dataDir, self);
  await end(launched.process, "SIGKILL");
  await withClient(launched.url, async (client) => {
    await client.query("SET application_name = 'ordo-server'");
    await expect(start()).rejects.toThrow(/in use by another Ordo: ordo-server.*ORDO_DATA_DIR/s);
  });
  await start();
});

it("starts over after an interrupted initdb", async () => {
  const leftover = join(dataDir, "initdb-killed");
  await mkdir(join(leftover, "cluster"), { recursive: true });
  await writeFile(join(leftover, "cluster", "PG_VERSION"), "18\n");
  await start();
  expect(await readdir(dataDir)).not.toContain("initdb-killed");
});

it("starts over a postmaster.pid whose process id now belongs to another program", async () => {
  const first = await start();
  await first.stop();
  const { cluster, postmasterFile } = dataDirAt(dataDir);
  const { uid, gid } = await stat(cluster);
  const other = spawn("sleep", ["60"], self.uid === 0 ? { uid, gid } : {});
  try {
    await writeFile(postmasterFile, `${String(other.pid)}\n${cluster}\n0\n1\n\n127.0.0.1\n`);
    const second = await start();
    expect(second.adopted).toBe(false);
  } finally {
    await end(other, "SIGKILL");
  }
});

it("shows the end of the server's log when it does not start", async () => {
  await expect(
    startEmbeddedPostgres({ dataDir, settings: { shared_buffers: "nonsense" } }),
  ).rejects.toThrow(/did not start.*shared_buffers/s);
});

it("runs for an ordinary user", async () => {
  await openTo(ordinary.uid);
  const launched = await launchProcess(dataDir, ordinary);
  await commitRow(launched.url);
  await end(launched.process, "SIGINT");

  // The user that started this test comes second: root keeps the owner's account.
  const server = await start();
  expect(await committedRows(server.url)).toEqual([{ id: 1 }]);
});

it("tells an ordinary user whose data directory it is", async () => {
  const mine = await start();
  await mine.stop();
  const stranger = self.uid === 0 ? launchProcess(dataDir, nobody) : readOnly();
  await expect(stranger).rejects.toThrow(/belongs to .*ORDO_DATA_DIR/s);
});

async function openTo(uid: number): Promise<void> {
  await chmod(home, 0o711);
  await mkdir(dataDir);
  if (self.uid === 0) {
    await chown(dataDir, uid, nobody.gid);
  }
}

async function readOnly(): Promise<void> {
  await chmod(dataDir, 0o500);
  try {
    await start();
  } finally {
    await chmod(dataDir, 0o700);
  }
}

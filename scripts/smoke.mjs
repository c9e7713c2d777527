import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { descendants, survivors } from "./smoke/processes.mjs";
import { runPrinted } from "./smoke/printed-curl.mjs";
import { readmeCurl } from "./smoke/readme-curl.mjs";
import { startOrdo } from "./smoke/started-ordo.mjs";

/** What a user does with the two commands, and what must survive when everything is killed. */
const dataDir = mkdtempSync(join(tmpdir(), "ordo-smoke-"));
const environment = { ORDO_DATA_DIR: dataDir, PORT: String(await freePort()) };
let passed = 0;
let failed = 0;
let ordo;

try {
  ordo = await startOrdo(environment);
  const { curl } = ordo;

  const first = runPrinted(curl);
  const order = first.status === 201 ? JSON.parse(first.body) : {};
  check("the printed curl creates an order of exactly 4645", () => {
    assert.equal(first.status, 201, first.body);
    assert.equal(order.totals.total, 4645);
  });

  const replay = runPrinted(curl);
  check("run again it answers the same, and says that it is a replay", () => {
    assert.equal(replay.status, 201);
    assert.equal(replay.body, first.body);
    assert.equal(replay.headers["idempotent-replayed"], "true");
  });

  const fromReadme = runPrinted(readmeCurl(new URL(requestOf(curl).url).origin, dataDir));
  check("so does the README's own curl", () => {
    assert.equal(fromReadme.status, 201, fromReadme.body);
    assert.equal(JSON.parse(fromReadme.body).totals.total, 4645);
  });

  const killed = [ordo.pid, ...descendants(ordo.pid)];
  for (const pid of killed) kill(pid, "SIGKILL");
  await ordo.ended();
  check("everything is killed", () =>
    assert.ok(killed.length >= 3, `only ${killed.length} processes`),
  );
  assert.deepEqual(await survivors(killed), []);

  ordo = await startOrdo(environment);
  const { url, authorization } = requestOf(curl);
  const response = await fetch(`${url}/${order.id}`, { headers: { authorization } });
  const found = await response.json();
  check("the order is there after the restart", () => {
    assert.equal(response.status, 200);
    assert.deepEqual(found, order);
  });

  const after = runPrinted(curl);
  check("and its key still answers for it", () => {
    assert.equal(after.body, first.body);
    assert.equal(after.headers["idempotent-replayed"], "true");
  });

  const stopped = [ordo.pid, ...descendants(ordo.pid)];
  // As Ctrl-C does it: the whole foreground group, npm included.
  process.kill(0 - ordo.pid, "SIGINT");
  const code = await ordo.ended();
  const left = await survivors(stopped);
  check("Ctrl-C ends everything, and cleanly", () => {
    assert.equal(code, 0);
    assert.deepEqual(left, []);
  });
  ordo = await startOrdo({ ...environment, LOG_FORMAT: "json" }, { terminal: true });
  const inTerminal = descendants(ordo.pid);
  kill(ordo.pid, "SIGKILL");
  const leftInTerminal = await survivors(inTerminal);
  check("closing the terminal ends everything", () => {
    assert.ok(inTerminal.length >= 3, `only ${inTerminal.length} processes`);
    assert.deepEqual(leftInTerminal, []);
  });
} catch (error) {
  failed += 1;
  console.error(error);
  if (ordo !== undefined)
    for (const pid of [ordo.pid, ...descendants(ordo.pid)]) kill(pid, "SIGKILL");
} finally {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
console.log(`smoke: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function check(name, assertion) {
  try {
    assertion();
    passed += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`✗ ${name}\n${error.message}`);
  }
}

function requestOf(command) {
  const url = /https?:\/\/[^\s'"]+/.exec(command)?.[0];
  const authorization = /authorization: ([^'"]+)/i.exec(command)?.[1];
  assert.ok(
    url !== undefined && authorization !== undefined,
    "the curl line names a URL and a token",
  );
  return { url, authorization };
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

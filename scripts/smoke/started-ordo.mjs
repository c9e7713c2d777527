import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { root } from "../environment.mjs";

const readyTimeoutMs = 300_000;
const stopTimeoutMs = 30_000;

/**
 * Runs `npm start` as a user would, in a process group of its own, and reads
 * the curl command that it prints once it serves.
 */
export async function startOrdo(environment, { terminal = false } = {}) {
  // util-linux's script gives its command a terminal; killed, it closes it as a window that is closed does.
  const [command, args] = terminal
    ? ["script", ["--quiet", "--return", "--command", "npm start", "/dev/null"]]
    : ["npm", ["start"]];
  const npm = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) =>
    npm.once("exit", (code, signal) => resolve(code ?? signal)),
  );
  const lines = createInterface({ input: npm.stdout });
  const curl = new Promise((resolve, reject) => {
    const expired = setTimeout(
      () => reject(new Error("npm start printed no curl line in time")),
      readyTimeoutMs,
    );
    void ended.then((code) => {
      clearTimeout(expired);
      reject(new Error(`npm start ended (${code}) before it printed a curl line`));
    });
    readCurl(lines, (command) => {
      clearTimeout(expired);
      resolve(command);
    });
  });
  return {
    pid: npm.pid,
    curl: await curl,
    ended: () => within(stopTimeoutMs, ended, "npm start did not end"),
  };
}

/** The line that starts with curl, with those that continue it. */
function readCurl(lines, found) {
  let command;
  lines.on("line", (line) => {
    process.stdout.write(`  │ ${line}\n`);
    if (command === undefined && !line.trimStart().startsWith("curl ")) return;
    command = command === undefined ? line : `${command}\n${line}`;
    if (line.endsWith("\\")) return;
    found(command);
    command = undefined;
  });
}

function within(timeoutMs, promise, message) {
  return new Promise((resolve, reject) => {
    const expired = setTimeout(() => reject(new Error(message)), timeoutMs);
    promise.then((value) => {
      clearTimeout(expired);
      resolve(value);
    }, reject);
  });
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a command in bash exactly as printed. Curl shows the response's head because its own configuration says so. */
export function runPrinted(command) {
  const home = mkdtempSync(join(tmpdir(), "ordo-curl-"));
  try {
    writeFileSync(join(home, ".curlrc"), "include\nsilent\nmax-time = 30\n");
    const output = execFileSync("bash", ["-c", command], {
      encoding: "utf8",
      env: { ...process.env, CURL_HOME: home },
    });
    return parse(output);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function parse(output) {
  const end = output.indexOf("\r\n\r\n");
  const [statusLine, ...lines] = output.slice(0, end).split("\r\n");
  const headers = Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(":")).toLowerCase(),
      line.slice(line.indexOf(":") + 1).trim(),
    ]),
  );
  const body = output.slice(end + 4);
  return { status: Number(statusLine.split(" ")[1]), headers, body };
}

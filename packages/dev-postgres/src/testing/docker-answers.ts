import { request } from "node:http";
import { homedir } from "node:os";
import { join } from "node:path";

const timeoutMs = 2_000;

type Address = { readonly socketPath: string } | { readonly host: string; readonly port: number };

/** Whether a Docker engine answers where Testcontainers would look for one. */
export async function dockerAnswers(env: NodeJS.ProcessEnv): Promise<boolean> {
  for (const address of addresses(env)) {
    if (await pings(address)) return true;
  }
  return false;
}

function addresses(env: NodeJS.ProcessEnv): Address[] {
  const host = env["DOCKER_HOST"];
  if (host !== undefined && host !== "") {
    const url = new URL(host);
    if (url.protocol === "unix:") return [{ socketPath: url.pathname }];
    return [{ host: url.hostname, port: Number(url.port || 2375) }];
  }
  const runtimeDir = env["XDG_RUNTIME_DIR"];
  const home = env["HOME"] ?? homedir();
  return [
    { socketPath: "/var/run/docker.sock" },
    ...(runtimeDir === undefined ? [] : [{ socketPath: join(runtimeDir, "docker.sock") }]),
    { socketPath: join(home, ".docker/run/docker.sock") },
    { socketPath: join(home, ".docker/desktop/docker.sock") },
  ];
}

function pings(address: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ ...address, path: "/_ping", timeout: timeoutMs }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    ping.on("timeout", () => ping.destroy());
    ping.on("error", () => {
      resolve(false);
    });
    ping.end();
  });
}

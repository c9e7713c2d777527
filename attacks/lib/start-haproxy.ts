import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * HAProxy as an operator would set it up: it asks each instance three times a second whether it is ready, and
 * repeats a request on another instance only when it could not even connect.
 */
export const startHaproxy = async (port: number, instances: readonly number[]) => {
  const directory = await mkdtemp(join(tmpdir(), "ordo-haproxy-"));
  const file = join(directory, "haproxy.cfg");
  await writeFile(file, configuration(port, instances));
  const child = spawn("haproxy", ["-db", "-f", file], { stdio: "ignore" });
  child.on("error", (error) => {
    throw new Error("HAProxy is needed: apt-get install haproxy", { cause: error });
  });
  /** Resolves when HAProxy itself sees every instance as up. */
  const allUp = async (): Promise<void> => {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}${statistics};csv`).catch(() => null);
      const rows = ((await answer?.text()) ?? "").split("\n").map((row) => row.split(","));
      const states = rows.filter(([, name]) => /^ordo\d/.test(name ?? "")).map((row) => row[17]);
      if (states.length === instances.length && states.every((state) => state === "UP")) return;
      await sleep(50);
    }
  };
  await allUp();
  return {
    allUp,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      await rm(directory, { recursive: true, force: true });
    },
  };
};

const statistics = "/haproxy";

const configuration = (port: number, instances: readonly number[]): string => `
global
  maxconn 1000
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 60s
  timeout check 5s
  retries 3
  option redispatch
  retry-on conn-failure
frontend ordo
  bind 127.0.0.1:${port}
  stats enable
  stats uri ${statistics}
  default_backend instances
backend instances
  balance roundrobin
  http-reuse safe
  option httpchk GET /health/ready
  default-server check inter 300ms fall 2 rise 1
${instances.map((instance, n) => `  server ordo${n} 127.0.0.1:${instance}`).join("\n")}
`;

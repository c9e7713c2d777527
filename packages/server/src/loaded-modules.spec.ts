import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const listing = `
  const { registerHooks } = await import("node:module");
  const loaded = [];
  registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
  await import(process.argv[1]);
  console.log(JSON.stringify(loaded));`;

/** Every module that a process has loaded before it has read its configuration. */
const loadedBy = async (entry: string): Promise<readonly string[]> => {
  const { href } = new URL(entry, import.meta.url);
  const options = ["--conditions=@ordo/source", "--input-type=module", "--eval", listing, href];
  const { stdout } = await promisify(execFile)(process.execPath, options, {
    maxBuffer: 10_000_000,
  });
  return JSON.parse(stdout);
};

/** What only some need, or only some of the time: loaded by whoever does. */
const onDemand = [
  "@opentelemetry/sdk-trace",
  "@opentelemetry/exporter-trace-otlp-http",
  "@ordo/dev-postgres",
  "@redis/client",
  "@scalar/fastify-api-reference",
  "cli-progress",
  "pino-pretty",
  "yaml",
];

describe.each(["run-server.ts", "cli/program.ts"])("%s", (entry) => {
  test("loads nothing that its configuration may not ask for", async () => {
    const loaded = await loadedBy(entry);
    expect(loaded.length).toBeGreaterThan(200);
    const needless = onDemand.filter((name) =>
      loaded.some(
        (url) =>
          url.includes(`/node_modules/${name}/`) ||
          url.includes(`/packages/${name.replace("@ordo/", "")}/src/`),
      ),
    );
    expect(needless).toEqual([]);
  });
});

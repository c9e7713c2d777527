import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { scopes } from "@ordo/adapters-http";
import type { Command } from "commander";
import { decodeJwt, jwtVerify } from "jose";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { variables } from "../config/variables.ts";
import { program } from "./program.ts";
import type { Terminal } from "./terminal.ts";

const secret = "0123456789abcdef0123456789abcdef";

const silent: Terminal = {
  env: {},
  print: () => undefined,
  progress: new PassThrough().resume(),
  exitWith: () => undefined,
};

/** Runs `ordo` with these arguments, as a process would, and answers what it printed. */
const ordo = async (env: Record<string, string>, line: string): Promise<string> => {
  let printed = "";
  const command = program({ ...silent, env, print: (text) => (printed += text) });
  const quiet = (each: Command): void => {
    each
      .exitOverride()
      .configureOutput({ writeOut: (text) => (printed += text), writeErr: () => {} });
    each.commands.forEach(quiet);
  };
  quiet(command);
  await command.parseAsync(line.split(" "), { from: "user" });
  return printed;
};

describe("ordo config", () => {
  test("shows every variable, and where its value comes from", async () => {
    const shown: unknown = JSON.parse(await ordo({ PORT: "4000", HOST: "" }, "config --json"));
    expect(Object.keys(shown ?? {})).toEqual(variables.map(({ name }) => name));
    expect(shown).toMatchObject({
      PORT: { value: "4000", source: "environment" },
      HOST: { value: "127.0.0.1", source: "default" },
      JWT_SECRET: { value: null, source: "default" },
    });
  });

  test("shows the default that takes effect also where it depends on NODE_ENV", async () => {
    const DATABASE_URL = "postgresql://ordo@db/ordo";
    const env = { NODE_ENV: "production", JWT_SECRET: secret, DATABASE_URL, DRAIN_MS: "" };
    expect(await ordo(env, "config")).toContain("DRAIN_MS=5000\n");
    expect(await ordo({}, "config")).toContain("DRAIN_MS=0\n");
  });

  test("masks every secret and every password in a URL", async () => {
    const set: Record<string, string> = {
      DATABASE_URL: "postgresql://ordo:hunter2@db/shop?sslpassword=hunter2",
      JWT_SECRET: `hunter2-${secret}`,
      CURSOR_SECRET: `hunter2-${secret}`,
    };
    const shown = await ordo(set, "config");
    expect(shown).not.toContain("hunter2");
    expect(shown).toContain("DATABASE_URL=postgresql://ordo:********@db/shop");
    expect(shown).toContain("JWT_SECRET=********");
    // A new secret has to be named here, and then masked.
    const secrets = variables.filter(({ name }) => /SECRET|PASSWORD|TOKEN|URL|KEY/.test(name));
    expect(secrets.filter(({ masked }) => masked === "nothing")).toEqual([]);
  });

  test.each([
    ["DATABASE_URL", "postgresql://ordo:hunter2%23@db/shop"],
    ["DATABASE_URL", "postgresql://ordo:hunt@er2:hunter2@db/shop"],
    ["DATABASE_URL", "postgresql://db/shop?user=ordo&password=hunter2"],
    ["DATABASE_URL", "postgresql://db/shop?PassWord=hunter2&passwd=hunter2&sslpassword=hunter2"],
    ["DATABASE_URL", "postgresql://ordo@db/shop?options=-c%20app.key%3Dhunter2"],
    ["DATABASE_URL", "postgresql://ordo@db/shop#hunter2"],
    ["REDIS_URL", "redis://:hunter2@cache:6379/0"],
    ["REDIS_URL", "rediss://default:hunter2@cache?password=hunter2"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "https://hunter2@traces.example/v1"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "https://key:hunter2@traces.example"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "https://traces.example/?sig=hunter2&X-Auth=hunter2#hunter2"],
  ])("masks what is secret in %s %s", async (name, value) => {
    for (const format of ["config", "config --json"])
      expect(await ordo({ [name]: value }, format)).not.toMatch(/hunter2|hunt@er2/);
  });

  test("shows what is no secret in a URL", async () => {
    const value = "postgresql://ordo@db:5433/shop?sslmode=verify-full&application_name=till";
    expect(await ordo({ DATABASE_URL: value }, "config")).toContain(`DATABASE_URL=${value}`);
  });

  test.each([
    "postgresql://ordo:12#hunter2@db/shop",
    "postgresql://ordo:12/hunter2@db/shop",
    "postgresql://ordo:12?hunter2@db/shop",
    "postgresql://ordo:hunter2#@db/shop",
    "redis:hunter2",
  ])("refuses %s without repeating it", async (value) => {
    const servers = ["DATABASE_URL", "DATABASE_REPLICA_URL", "REDIS_URL"];
    const refused = ordo(Object.fromEntries(servers.map((name) => [name, value])), "config");
    for (const name of servers) await expect(refused).rejects.toThrow(`${name} must`);
    await expect(refused).rejects.not.toThrow(/hunter2/);
  });

  test("says which numbers would do", async () => {
    const env = {
      PORT: "x",
      WORKERS: "0",
      DATABASE_POOL_SIZE: "1.5",
      OTEL_TRACES_SAMPLER_ARG: "2",
    };
    const refused = ordo(env, "config");
    await expect(refused).rejects.toThrow("PORT must be a whole number from 0 to 65535");
    await expect(refused).rejects.toThrow("WORKERS must be a whole number from 1 to 256");
    await expect(refused).rejects.toThrow(
      "DATABASE_POOL_SIZE must be a whole number from 1 to 200",
    );
    await expect(refused).rejects.toThrow("OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1");
  });

  test("fails as the server would", async () => {
    await expect(ordo({ PORT: "many" }, "config")).rejects.toThrow(/PORT .*\n.*port to listen on/);
  });
});

describe("ordo token", () => {
  let ORDO_DATA_DIR: string;
  beforeEach(async () => {
    ORDO_DATA_DIR = await mkdtemp(join(tmpdir(), "ordo-token-"));
  });
  afterEach(() => rm(ORDO_DATA_DIR, { recursive: true, force: true }));

  test("permits everything in the demo tenant, unless told otherwise", async () => {
    const token = await ordo({ ORDO_DATA_DIR }, "token");
    expect(decodeJwt(token)).toMatchObject({
      tenant: "01990000-0000-7000-8000-000000000001",
      scope: Object.keys(scopes).join(" "),
      sub: "developer",
    });
  });

  test("permits what it is told, to whom it is told", async () => {
    const id = "01990000-0000-7000-8000-0000000000cc";
    const token = await ordo(
      { JWT_SECRET: secret, JWT_ISSUER: "me" },
      `token --tenant ${id} --customer ${id} --subject ada --expires 5m --scope orders:read orders:write`,
    );
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { issuer: "me" });
    expect(payload).toMatchObject({
      tenant: id,
      customer_id: id,
      sub: "ada",
      scope: "orders:read orders:write",
      exp: (payload.iat ?? 0) + 300,
    });
  });

  test.each([
    ["a scope that nothing asks for", "--scope orders:everything"],
    ["a tenant that is no UUID", "--tenant acme"],
    ["a time that is no time", "--expires soon"],
  ])("refuses %s", async (_name, args) => {
    await expect(ordo({ ORDO_DATA_DIR }, `token ${args}`)).rejects.toThrow(/is invalid/);
  });

  test("signs nothing in production", async () => {
    const env = {
      NODE_ENV: "production",
      JWT_SECRET: secret,
      DATABASE_URL: "postgresql://ordo@db/ordo",
    };
    await expect(ordo(env, "token")).rejects.toThrow(/from your issuer/);
    // Whatever else the environment lacks: it would not help to give it.
    const advice = /development only.*Take one from your issuer.*or.*NODE_ENV=development/;
    await expect(ordo({ NODE_ENV: "production" }, "token")).rejects.toThrow(advice);
    await expect(ordo({ NODE_ENV: "production" }, "token")).rejects.not.toThrow(/is needed/);
  });
});

test.each(["maintain", "verify", "migrate up", "migrate down", "migrate status"])(
  "ordo %s invents no database in production",
  async (line) => {
    await expect(ordo({ NODE_ENV: "production" }, line)).rejects.toThrow(
      "DATABASE_URL is needed in production",
    );
  },
);

test("ordo --help names every command", async () => {
  const { commands } = program(silent);
  const help = program(silent).helpInformation();
  for (const command of commands) expect(help).toContain(`${command.name()} `);
  for (const command of commands) expect(command.description().length).toBeGreaterThan(40);
});

import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";

const secret = "0123456789abcdef0123456789abcdef";
const production = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://ordo@db/ordo",
  JWT_SECRET: secret,
};
const faultsOf = (env: Record<string, string>) =>
  readConfig(env).match(
    () => [],
    (faults) => faults.map(({ variable }) => variable),
  );

describe("the environment", () => {
  test("needs nothing in development", () => {
    expect(readConfig({})._unsafeUnwrap()).toMatchObject({
      NODE_ENV: "development",
      HOST: "127.0.0.1",
      PORT: 3000,
      ORDO_DATA_DIR: ".ordo",
      ENABLE_DOCS: true,
    });
  });

  test("defaults nothing insecure in production", () => {
    expect(faultsOf({ NODE_ENV: "production" })).toEqual(["DATABASE_URL", "JWT_SECRET"]);
    expect(readConfig(production).isOk()).toBe(true);
  });

  test("lists every fault at once, also those between variables", () => {
    const env = { NODE_ENV: "production", PORT: "many", LOG_LEVEL: "loud", JWT_SECRET: "short" };
    expect(new Set(faultsOf(env))).toEqual(
      new Set(["DATABASE_URL", "JWT_SECRET", "LOG_LEVEL", "PORT"]),
    );
  });

  test.each([
    ["10.0.0.0/8, 192.168.1.1", []],
    ["::1,fd00::/8,loopback", []],
    ["foo", ["TRUSTED_PROXIES"]],
    ["10.0.0.0/33", ["TRUSTED_PROXIES"]],
    ["10.0.0.1,", ["TRUSTED_PROXIES"]],
  ])("trusts addresses and networks, and %j as such", (TRUSTED_PROXIES, faults) => {
    expect(faultsOf({ TRUSTED_PROXIES })).toEqual(faults);
  });

  test("says what each faulty variable is for", () => {
    const faults = readConfig({ PORT: "99999" })._unsafeUnwrapErr();
    expect(faults).toEqual([
      expect.objectContaining({ variable: "PORT", meaning: expect.stringContaining("listen") }),
    ]);
  });

  const messagesOf = (env: Record<string, string>) =>
    readConfig(env)
      ._unsafeUnwrapErr()
      .map(({ variable, message }) => `${variable} ${message}`);

  test("says what each takes, and what was given", () => {
    const env = { NODE_ENV: "prod", PORT: "many", LOG_LEVEL: "loud", ENABLE_DOCS: "no" };
    expect(messagesOf(env)).toEqual([
      'NODE_ENV must be one of development, production, test, not "prod"',
      'PORT must be a whole number from 0 to 65535, not "many"',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud"',
      'ENABLE_DOCS must be one of true, false, not "no"',
    ]);
  });

  test.each([
    ["DATABASE_URL", "db"],
    ["DATABASE_URL", "postgresql:db"],
    ["DATABASE_REPLICA_URL", "db"],
    ["REDIS_URL", "http://db"],
    ["JWKS_URL", "db"],
    ["OTEL_EXPORTER_OTLP_ENDPOINT", "db"],
  ])("tells the fault of %s=%s once", (name, value) => {
    const CURSOR_SECRET = secret;
    expect(messagesOf({ CURSOR_SECRET, [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} must be an? [a-z()]+(://)? URL$`)),
    ]);
  });

  test("takes time to drain in production alone, unless it is told", () => {
    const drainMs = (env: Record<string, string>) => readConfig(env)._unsafeUnwrap().DRAIN_MS;
    expect([drainMs({}), drainMs(production)]).toEqual([0, 5_000]);
    expect(drainMs({ ...production, DRAIN_MS: "0" })).toBe(0);
  });

  test("takes an empty variable as not given", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: "" })._unsafeUnwrap().PORT).toBe(3000);
    expect(faultsOf({ ...production, JWT_SECRET: "" })).toEqual(["JWT_SECRET"]);
  });

  test("counts a secret's bytes, not its letters", () => {
    expect(faultsOf({ JWT_SECRET: "é".repeat(16) })).toEqual([]);
    expect(faultsOf({ JWT_SECRET: "e".repeat(31) })).toEqual(["JWT_SECRET"]);
  });

  test("takes keys from one source, and with remote keys a secret for cursors", () => {
    const JWKS_URL = "https://issuer.example/jwks";
    expect(faultsOf({ ...production, JWKS_URL })).toEqual(["JWKS_URL", "CURSOR_SECRET"]);
    const remote = { ...production, JWT_SECRET: "", JWKS_URL, CURSOR_SECRET: secret };
    expect(readConfig(remote).isOk()).toBe(true);
  });

  test("reads a flag as a flag", () => {
    expect(readConfig({ ENABLE_DOCS: "false" })._unsafeUnwrap().ENABLE_DOCS).toBe(false);
    expect(faultsOf({ ENABLE_DOCS: "no" })).toEqual(["ENABLE_DOCS"]);
  });

  test("never repeats a secret in a fault", () => {
    const faults = readConfig({ ...production, JWT_SECRET: "hunter2" })._unsafeUnwrapErr();
    expect(JSON.stringify(faults)).not.toContain("hunter2");
  });
});

import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { describe, expect, test } from "vitest";
import { runOrdo, runOrdoProcess } from "../testing/run-ordo.ts";

const url = useTestDatabase();

describe("ordo that cannot run exits with 1 and says why", () => {
  test.each([
    ["an unknown command", ["frobnicate"], /unknown command/],
    ["an unknown option", ["verify", "--all"], /unknown option/],
    ["an unknown task", ["maintain", "--task", "x"], /Allowed choices are expire_orders/],
    ["a tenant that is no UUID", ["verify", "--tenant", "x"], /must be a UUID/],
    ["a database that is no URL", ["verify", "--database-url", "x"], /must be a postgresql/],
    [
      "a database that does not answer",
      ["verify", "--database-url", "postgresql://ordo:secret@127.0.0.1:1/shop"],
      /PostgreSQL at 127\.0\.0\.1:1\/shop does not take connections/,
    ],
  ])("%s", async (_what, args, reason) => {
    const { code, out, err } = await runOrdo(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(reason);
    expect(err).not.toMatch(/secret|\bat .*\.ts:\d+/);
  });

  const changed = (change: (database: URL) => void): string => {
    const database = new URL(url());
    change(database);
    return database.href;
  };
  test.each([
    [
      "a wrong password",
      () => changed((database) => (database.password = "secret")),
      /refuses the login \(password authentication failed.*Correct the user or the password/,
    ],
    [
      "a database that is not there",
      () => changed((database) => (database.pathname = "/nowhere")),
      /has no such database \(database "nowhere" does not exist\)\. Create it/,
    ],
    [
      "a server without TLS",
      () => changed((database) => (database.search = "?sslmode=verify-full")),
      /does not speak TLS, which the sslmode in DATABASE_URL asks for/,
    ],
    [
      "a certificate that is not there",
      () => changed((database) => (database.search = "?sslrootcert=/nowhere.pem")),
      /A file that DATABASE_URL names cannot be read .*nowhere\.pem/,
    ],
  ])("%s", async (_what, at, reason) => {
    for (const command of [["migrate", "up"], ["verify"]]) {
      const { code, out, err } = await runOrdo(...command, "--database-url", at());
      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(err).toMatch(reason);
      expect(err).not.toMatch(/secret|\bat .*\.[jt]s:\d+/);
    }
  });

  // pg leaves the connection open, and PostgreSQL waits a minute for the password.
  test("no password, at once", { timeout: 30_000 }, async () => {
    const at = changed((database) => (database.password = ""));
    expect(await runOrdoProcess(at, "migrate", "status")).toEqual({
      code: 1,
      out: "",
      err: expect.stringMatching(/^.* asks for a password, and DATABASE_URL has none: .*\n$/),
    });
  });

  test("help is not a failure", async () => {
    const { code, out } = await runOrdo("verify", "--help");
    expect(code).toBe(0);
    expect(out).toContain("--tenant");
  });
});

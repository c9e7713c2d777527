import { describe, expect, it } from "vitest";
import { redactError, redactText } from "./redact-error.ts";

const logged = (error: unknown, sent: readonly string[] = []) =>
  JSON.stringify(redactError(error, sent));

describe("an error in the log", () => {
  it("keeps what leads to its cause", () => {
    const error = redactError(new TypeError("orders is not iterable"));
    expect(error).toMatchObject({ type: "TypeError", message: "orders is not iterable" });
    expect(error.stack).toMatch(/^\s+at .*redact-error\.spec\.ts/);
  });

  it("keeps names of PostgreSQL's schema, and none of its values", () => {
    const error = Object.assign(new Error('invalid input syntax for type uuid: "Ada Lovelace"'), {
      severity: "ERROR",
      code: "23505",
      table: "customers",
      constraint: "customers_email_key",
      detail: "Key (email)=(ada@example.com) already exists.",
      where: "unnamed portal parameter $1 = 'Ada Lovelace'",
      parameters: ["Ada Lovelace"],
    });
    expect(redactError(error)).toMatchObject({
      code: "23505",
      table: "customers",
      constraint: "customers_email_key",
    });
    expect(logged(error)).not.toMatch(/Ada|Lovelace|example/);
  });

  it("loses what its request sent, in message, stack and causes", () => {
    const cause = new Error("no such buyer: Ada Lovelace");
    const error = new AggregateError([cause], "Ada Lovelace failed", { cause });
    expect(logged(error)).toContain("Ada Lovelace");
    expect(logged(error, ["Ada Lovelace"])).not.toContain("Ada");
  });

  it("says no more of a thrown value than that it was one", () => {
    expect(logged({ email: "ada@example.com" })).not.toContain("ada");
  });

  it("follows a chain of causes for a while, and then stops", () => {
    const circle = new Error("around");
    circle.cause = circle;
    expect(logged(circle).match(/around/g)).toHaveLength(4);
  });

  it.each([
    "ada@example.com",
    "postgresql://ordo:hunter2@db/ordo",
    "Bearer abc.def.ghi",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl",
    "password=hunter2",
    "4111 1111 1111 1111",
    "+44 20 7946 0958",
  ])("knows %s by its shape", (secret) => {
    const text = redactText(`before ${secret} after`);
    expect(text).toMatch(/^before .*\[redacted\].* after$/);
    expect(text).not.toMatch(/hunter2|ada@|abc\.def|c2ln|1111|7946/);
  });

  it("leaves ids, times and amounts alone", () => {
    const text = "order 01990000-0000-7000-8000-000000000001 at 2026-11-22T13:42:14Z came to 4645";
    expect(redactText(text)).toBe(text);
  });
});

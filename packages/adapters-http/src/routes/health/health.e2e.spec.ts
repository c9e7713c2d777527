import { describe, expect, it } from "vitest";
import type { ReadinessFault } from "./readiness.ts";
import { aReplica } from "../../testing/a-replica.ts";
import { anApi } from "../../testing/an-api.ts";

describe("probes", () => {
  it("answer anyone", async () => {
    const { app } = await anApi();
    for (const url of ["/ping", "/health/live", "/health/ready"]) {
      const response = await app.inject(url);
      expect(response.statusCode).toBe(200);
      expect(response.json()).toMatchObject({ status: "ok" });
    }
  });

  it("say what was looked at, and what is wrong with it", async () => {
    const checks: Record<string, ReadinessFault | null> = { database: null, migrations: null };
    const { app } = await anApi({ readiness: async () => checks });
    const ready = await app.inject("/health/ready");
    expect(ready.json()).toEqual({ status: "ok", checks: { database: "ok", migrations: "ok" } });
    checks["migrations"] = "not up to date";
    const unready = await app.inject("/health/ready");
    expect(unready.json()).toMatchObject({
      status: 503,
      checks: { database: "ok", migrations: "not up to date" },
    });
  });

  it("are not failed by what is done without, but say so", async () => {
    const { app } = await anApi({ readReplica: { ...aReplica(), fault: () => "does not answer" } });
    const ready = await app.inject("/health/ready");
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ degraded: { replica: "does not answer" } });
  });

  it.each([
    ["says no", async () => ({ database: "does not answer" as const })],
    ["fails", async () => Promise.reject(new Error("ECONNREFUSED 10.0.0.7"))],
  ])("report not ready when readiness %s, and stay alive", async (_name, readiness) => {
    const { app } = await anApi({ readiness });
    const ready = await app.inject("/health/ready");
    expect(ready.statusCode).toBe(503);
    expect(ready.headers["retry-after"]).toBe("2");
    expect(ready.body).not.toContain("10.0.0.7");
    expect((await app.inject("/health/live")).statusCode).toBe(200);
  });
});

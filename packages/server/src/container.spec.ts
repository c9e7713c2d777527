import { defaultAdmissionLimits } from "@ordo/adapters-http";
import { pino } from "pino";
import { expect, test } from "vitest";
import { buildContainer } from "./container.ts";
import { tokens } from "./tokens.ts";

const settings = {
  database: {
    url: "postgresql://ordo:x@127.0.0.1:1/nowhere",
    poolSize: 1,
    prepare: true,
    replica: null,
  },
  authentication: { issuer: "ordo", audience: "ordo", secret: "0".repeat(32) },
  cursorSecret: "0".repeat(32),
  simulatedPayments: true,
  paymentLimits: { timeoutMs: 1, breakAfter: 1, openMs: 1, maxInFlight: 1, maxWaiting: 1 },
  maintenance: {
    intervalsMs: { expire_orders: 1, settle_payments: 1, forget_keys: 1 },
    requestsEndWithinMs: 1,
  },
  documentation: false,
  metrics: true,
  admission: defaultAdmissionLimits,
  limits: {},
  tracing: null,
  rateLimits: null,
  redisUrl: undefined,
  trustedProxies: [],
  build: { version: "0.0.0", revision: "unknown" },
};

test("every token resolves, once, and nothing connects for it", async () => {
  const container = buildContainer(settings, pino({ level: "silent" }));
  for (const [name, token] of Object.entries(tokens)) {
    const first: unknown = await container.getAsync<unknown>(token);
    expect(first, name).toBeDefined();
    expect(await container.getAsync<unknown>(token), name).toBe(first);
  }
  expect(container.get(tokens.pool).totalCount).toBe(0);
  await container.unbindAllAsync();
});

test("letting go of the container ends the pool", async () => {
  const container = buildContainer(settings, pino({ level: "silent" }));
  const pool = container.get(tokens.pool);
  container.get(tokens.database);
  await container.unbindAllAsync();
  expect(pool.ended).toBe(true);
});

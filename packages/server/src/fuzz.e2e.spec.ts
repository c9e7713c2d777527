import { aToken, type Contract, fuzz } from "@ordo/adapters-http/testing";
import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { expect, test } from "vitest";
import { readConfig } from "./config/config.ts";
import { buildContainer } from "./container.ts";
import { settleKeys } from "./keys.ts";
import { makeLogger } from "./logging/make-logger.ts";
import { settleSettings } from "./settle-settings.ts";
import { productionEnvironment } from "./testing/a-server.ts";
import { tokens } from "./tokens.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 12);
const seed = Number(process.env["FUZZ_SEED"] ?? 7);

const databaseUrl = useTestDatabase();

/** Everything as it is served, providers that can be told what to do among it. */
const theHouse = async (url: string) => {
  const config = readConfig(
    productionEnvironment(url, { NODE_ENV: "test", LOG_LEVEL: "silent" }),
  )._unsafeUnwrap();
  const settled = settleSettings(config, await settleKeys(config), url, null);
  // A machine that is busy with other tests is no overload of this one.
  const settings = { ...settled, limits: { ...settled.limits, eventLoopDelayMs: 600_000 } };
  return buildContainer(settings, await makeLogger(config));
};

// The adapter's own fuzz has everything in memory: what only PostgreSQL refuses, it cannot find.
test("whatever is sent, the whole house answers as its contract says", async () => {
  const container = await theHouse(databaseUrl());
  const app = await container.getAsync(tokens.app);
  const authorization = `Bearer ${await aToken()}`;
  const contract = (await app.inject("/api/v1/openapi.json")).json<Contract>();
  const { violations } = await fuzz(
    contract,
    (request) => app.inject({ ...request, headers: { authorization, ...request.headers } }),
    { seed, runs },
  );
  expect(violations).toEqual([]);
  await app.close();
  await container.unbindAllAsync();
}, 300_000);

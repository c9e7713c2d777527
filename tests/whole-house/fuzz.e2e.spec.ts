import { useTestDatabase } from "@ordo/dev-postgres/vitest";
import { expect, test } from "vitest";
import type { Contract } from "../../packages/adapters-http/src/testing/fuzz/contract.ts";
import { fuzz } from "../../packages/adapters-http/src/testing/fuzz/fuzz.ts";
import { aToken } from "../../packages/adapters-http/src/testing/tokens.ts";
import { readConfig } from "../../packages/server/src/config/config.ts";
import { buildContainer } from "../../packages/server/src/container.ts";
import { settleKeys } from "../../packages/server/src/keys.ts";
import { makeLogger } from "../../packages/server/src/logging/make-logger.ts";
import { settleSettings } from "../../packages/server/src/settle-settings.ts";
import { productionEnvironment } from "../../packages/server/src/testing/a-server.ts";
import { tokens } from "../../packages/server/src/tokens.ts";

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
  return buildContainer(settings, makeLogger(config));
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

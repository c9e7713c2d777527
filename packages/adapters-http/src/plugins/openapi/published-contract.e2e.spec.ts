import { expect, it } from "vitest";
import { anApi } from "../../testing/an-api.ts";

it("rule 13: the published contract is the one that is served (npm run contract publishes it)", async () => {
  const { app } = await anApi();
  const served = (await app.inject("/api/v1/openapi.json")).json();
  await expect(`${JSON.stringify(served, null, 2)}\n`).toMatchFileSnapshot(
    "../../../../../openapi/v1.json",
  );
});

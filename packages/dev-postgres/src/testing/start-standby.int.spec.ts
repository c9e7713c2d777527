import { expect, it } from "vitest";
import { withClient } from "../with-client.ts";
import { startEmbeddedTestServer } from "./start-embedded-test-server.ts";
import { startStandby } from "./start-standby.ts";

it("follows its primary, and takes no writes", async () => {
  await using started = new AsyncDisposableStack();
  const primary = await startEmbeddedTestServer(20);
  started.defer(() => primary.stop());
  await withClient(primary.url, (client) => client.query("create table note (text text)"));
  const standby = await startStandby(primary, { max_connections: 20 });
  started.defer(() => standby.stop());

  await withClient(primary.url, (client) => client.query("insert into note values ('new')"));
  const notes = () =>
    withClient(standby.url, async (client) => (await client.query("table note")).rows);
  await expect.poll(notes, { timeout: 10_000 }).toEqual([{ text: "new" }]);
  const write = withClient(standby.url, (client) => client.query("delete from note"));
  await expect(write).rejects.toThrow("read-only transaction");
});

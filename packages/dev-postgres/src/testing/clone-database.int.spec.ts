import { randomBytes } from "node:crypto";
import { expect, inject, it } from "vitest";
import { withClient } from "../with-client.ts";
import { cloneDatabase } from "./clone-database.ts";
import { createTemplate } from "./create-template.ts";
import type {} from "../vitest/provided-context.ts";

const serverUrl = inject("postgresUrl");
const template = `template_${randomBytes(4).toString("hex")}`;

it("gives each caller a copy of its own, also all at once", async () => {
  await createTemplate(serverUrl, template, (url) =>
    withClient(url, async (client) => {
      await client.query("CREATE TABLE note (text text)");
      await client.query("INSERT INTO note VALUES ('from the template')");
    }),
  );
  const copies = await Promise.all(
    Array.from({ length: 4 }, () => cloneDatabase(serverUrl, template)),
  );
  for (const { url } of copies) {
    await withClient(url, async (client) => {
      await client.query("INSERT INTO note VALUES ('mine')");
      const { rows } = await client.query("TABLE note");
      expect(rows).toEqual([{ text: "from the template" }, { text: "mine" }]);
    });
  }
  for (const copy of copies) await copy.drop();

  const left = await withClient(serverUrl, async (client) => {
    const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE $1", [
      `${template}_%`,
    ]);
    return rows;
  });
  expect(left).toEqual([]);
});

import { expect, it } from "vitest";
import { withClient } from "../with-client.ts";
import { useTestDatabase } from "./use-test-database.ts";

const url = useTestDatabase();

it("is a database of this file's own", async () => {
  const name = await withClient(url(), async (client) => {
    const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
    return rows[0]?.name;
  });
  expect(name).toMatch(/^ordo_template_[0-9a-f]+$/);
});

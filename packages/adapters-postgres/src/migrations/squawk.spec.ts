import { describe, expect, test } from "vitest";
import { compiledSql } from "../testing/compiled-migrations.ts";
import { squawk } from "../testing/squawk.ts";
import { migrations } from "./index.ts";

describe("squawk has nothing against", () => {
  test.each(Object.entries(migrations))("%s", async (_name, migration) => {
    for (const direction of ["up", "down"] as const) {
      const sql = await compiledSql(migration, direction);
      const { transactional } = migration;
      expect(squawk(sql, { direction, ...(transactional === false && { transactional }) })).toEqual(
        [],
      );
    }
  });
});

describe("squawk objects to", () => {
  test.each([
    [
      "an index that keeps writers out",
      "create index slow on orders (total)",
      "require-concurrent-index-creation",
    ],
    [
      "a constraint that reads the table under a lock",
      "alter table orders add constraint sane check (total >= 0)",
      "constraint-missing-not-valid",
    ],
    [
      "a foreign key that does",
      "alter table orders add constraint f foreign key (tenant_id, id) references other (tenant_id, id)",
      "adding-foreign-key-constraint",
    ],
    [
      "a table rewritten",
      "alter table orders alter column total type numeric",
      "changing-column-type",
    ],
    [
      "a column that old releases do not fill",
      "alter table orders add column x text not null",
      "adding-required-field",
    ],
    ["a column that old releases read", "alter table orders drop column email", "ban-drop-column"],
    ["a renamed column", "alter table orders rename column email to mail", "renaming-column"],
    [
      "a concurrent index inside a transaction",
      "create index concurrently slow on orders (total)",
      "ban-concurrent-index-creation-in-transaction",
    ],
    ["what is no SQL", "create tabel orders", "syntax-error"],
  ])("%s", (_what, sql, rule) => {
    expect(squawk(`${sql};`).map((finding) => finding.split(":")[0])).toContain(rule);
  });
});

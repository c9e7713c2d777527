import type { Sources } from "./seeded-repository.ts";

/** What the rules must let pass: each arrow in its allowed direction. */
export const allowedSources: Sources = {
  "packages/domain/src/index.ts": `import { ok } from "neverthrow";
    import { statuses } from "./order/status.ts";
    export const all = [ok, statuses];`,
  "packages/domain/src/order/status.ts": `export const statuses = ["open", "closed"] as const;
    export type Status = (typeof statuses)[number];
    export function say(status: Status): string {
      switch (status) {
        case "open":
          return "o";
        case "closed":
          return "c";
      }
    }`,
  "packages/domain/src/order/status.spec.ts": `import fc from "fast-check";
    import { expect, it } from "vitest";
    it("runs", () => { expect(fc).toBeDefined(); });`,
  "packages/application/src/index.ts": `import { all } from "@ordo/domain";
    import { ok } from "neverthrow";
    export const both = [all, ok];`,
  "packages/application/src/testing/index.ts": `export { describe } from "vitest";`,
  "packages/adapters-http/src/index.ts": `import { both } from "@ordo/application";
    import fastify from "fastify";
    import { z } from "zod";
    export const parts = [both, fastify, z];`,
  "packages/adapters-postgres/src/index.ts": `import { both } from "@ordo/application";
    import { all } from "@ordo/domain";
    import { Kysely } from "kysely";
    import pg from "pg";
    export const parts = [both, all, Kysely, pg];`,
  "packages/adapters-payments-simulated/src/index.ts": `export { both } from "@ordo/application";`,
  "packages/adapters-redis/src/index.ts": `import { both } from "@ordo/application";
    import { createClient } from "@redis/client";
    export const parts = [both, createClient];`,
  "packages/adapters-postgres/src/index.int.spec.ts": `import { useTestDatabase } from "@ordo/dev-postgres/vitest";
    export const url = useTestDatabase();`,
  "packages/server/src/index.ts": `import "reflect-metadata";
    import { parts as http } from "@ordo/adapters-http";
    import { parts as sql } from "@ordo/adapters-postgres";
    import { startEmbeddedPostgres } from "@ordo/dev-postgres";
    import { Container } from "inversify";
    export const parts = [http, sql, startEmbeddedPostgres, Container];`,
};

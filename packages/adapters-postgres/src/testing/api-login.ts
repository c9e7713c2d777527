import { randomBytes } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { applicationRole } from "../application-role.ts";
import type { Database } from "../database.ts";

/** A login of the API as docs/operations/postgres.md makes it: a member of the application's role, and no more. */
export const createApiLogin = async (db: Kysely<Database>, url: string) => {
  const name = `ordo_api_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(12).toString("hex");
  const login = sql.id(name);
  await sql`create role ${login} login password ${sql.lit(password)} in role ${sql.id(applicationRole)}`.execute(
    db,
  );
  for (const [setting, value] of Object.entries(settings))
    await sql`alter role ${login} set ${sql.id(setting)} = ${sql.lit(value)}`.execute(db);
  const apiUrl = new URL(url);
  apiUrl.username = name;
  apiUrl.password = password;
  return {
    url: apiUrl.href,
    drop: () => sql`drop role ${login}`.execute(db),
  };
};

/** What the pool would ask for, and pgbouncer does not pass on. */
const settings = {
  statement_timeout: "10s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "10s",
  transaction_timeout: "30s",
};

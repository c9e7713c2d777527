import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { DevPostgresError } from "../dev-postgres-error.ts";
import type { Account } from "./account.ts";

const run = promisify(execFile);

/** PostgreSQL refuses to run as root; these accounts exist on most machines, the better suited first. */
const candidates = ["postgres", "nobody"];

/** An existing account without privileges for root to hand the server to. */
export async function unprivilegedAccount(): Promise<Account> {
  for (const name of candidates) {
    const account = await lookUp(name);
    if (account !== undefined && account.uid > 0) return account;
  }
  throw new DevPostgresError(
    `PostgreSQL refuses to run as root, and there is no user ${candidates.join(" or ")} to run it as. Start as an ordinary user, or set DATABASE_URL.`,
  );
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

import { isDatabaseUnavailable } from "@ordo/adapters-postgres";

/** What is wrong with a database that cannot be worked on, and what to do; `undefined` when it is something else. */
export const databaseFault = (error: unknown, url: URL): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const where = `PostgreSQL at ${url.host || "localhost"}${url.pathname}`;
  const code = "code" in error ? String(error.code) : "";
  const { message } = error;
  if (code.startsWith("28"))
    return `${where} refuses the login (${message}). Correct the user or the password in DATABASE_URL, or let them in (pg_hba.conf).`;
  if (message.includes("client password must be a string"))
    return `${where} asks for a password, and DATABASE_URL has none: postgresql://user:password@…`;
  if (code === "3D000")
    return `${where} has no such database (${message}). Create it (createdb), or correct the end of DATABASE_URL.`;
  if (code === "42501")
    return `${where} does not let this login do that (${message}). The schema is moved and verified by logins of their own: docs/operations/postgres.md tells which.`;
  if (message === "The server does not support SSL connections")
    return `${where} does not speak TLS, which the sslmode in DATABASE_URL asks for. Let it (ssl = on), or take sslmode out.`;
  if (untrusted.test(code))
    return `${where} shows a certificate that is not trusted (${message}). Name its authority: sslrootcert=<file> in DATABASE_URL.`;
  if (code === "ENOENT" && url.search !== "")
    return `A file that DATABASE_URL names cannot be read (${message}).`;
  if (isDatabaseUnavailable(error))
    return `${where} does not take connections (${message}). Start it, or correct DATABASE_URL; without DATABASE_URL, development runs its own.`;
  return undefined;
};

/** Of Node's TLS, as in `tls.connect`. */
const untrusted = /SELF_SIGNED|UNABLE_TO_|CERT_|ERR_TLS_CERT/;

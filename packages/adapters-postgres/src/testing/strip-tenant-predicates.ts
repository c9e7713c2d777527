import type pg from "pg";

const predicate = /(?:"?\w+"?\.)?"?tenant_id"? = (\$\d+)/g;

/** The statement as it were, had we forgotten whose rows it is about. */
export const strippedOfTenant = (sql: string): string =>
  sql.replace(predicate, "($1::uuid is not null)");

/** Takes our own tenant predicates out of every statement that the pool's connections prepare from now on. */
export const stripTenantPredicates = (pool: pg.Pool): void => {
  pool.on("connect", (client) => {
    const connection: unknown = Reflect.get(client, "connection");
    if (!isConnection(connection)) throw new Error("pg has changed: a client has no connection");
    const parse = connection.parse.bind(connection);
    connection.parse = (query) => parse({ ...query, text: strippedOfTenant(query.text) });
  });
};

interface Connection {
  parse: (query: { readonly text: string }) => void;
}

const isConnection = (value: unknown): value is Connection =>
  typeof value === "object" && value !== null && "parse" in value;

import pg from "pg";

/** One statement of a pipeline. */
export interface PipelinedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** Prepares the statement under this name, once per connection. */
  readonly name?: string;
}

/**
 * Sends statements together and waits once: one round trip, and outside `BEGIN` one transaction, which
 * ends with the last statement (PostgreSQL manual, 54.2.4 Pipelining). So a setting that is local to the
 * transaction holds for the statements behind it, in this order, and for nothing else.
 *
 * @returns a result per statement; throws what the first that failed throws, and then all are undone
 */
export const pipeline = (
  client: pg.ClientBase,
  statements: readonly PipelinedStatement[],
): Promise<readonly pg.QueryResult[]> =>
  new Promise((resolve, reject) => {
    client.query(new Pipeline(client, statements, resolve, reject));
  });

const unprepared = new WeakSet<pg.ClientBase>();

/** For a connection through a proxy that does not keep prepared statements apart. */
export const neverPrepare = (client: pg.ClientBase): void => void unprepared.add(client);

const withoutName = ({ text, values }: PipelinedStatement): PipelinedStatement => ({
  text,
  values,
});

/** What a `pg.Query` has and `pg`'s client calls, as `pg-cursor` relies on it; not in the type definitions. */
interface ProtocolQuery extends pg.Submittable {
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: pg.Connection): void;
  handleReadyForQuery(connection: pg.Connection): void;
  handleEmptyQuery(connection: pg.Connection): void;
}

type ProtocolConnection = pg.Connection & {
  readonly submittedNamedStatements: Record<string, string>;
};

/** Several queries that end in one Sync message, where `pg` itself sends one after each. */
class Pipeline implements pg.Submittable {
  /** Called once; the client wraps it to watch `query_timeout`. */
  callback: (error: Error | null) => void;
  readonly #statements: readonly PipelinedStatement[];
  readonly #queries: readonly ProtocolQuery[];
  #current = 0;
  #newNames: string[] = [];

  constructor(
    client: pg.ClientBase,
    statements: readonly PipelinedStatement[],
    resolve: (results: readonly pg.QueryResult[]) => void,
    reject: (error: Error) => void,
  ) {
    const results: pg.QueryResult[] = [];
    let failure: Error | null = null;
    this.callback = (error) => {
      const reason = error ?? failure;
      if (reason) reject(reason);
      else resolve(results);
    };
    const sent = unprepared.has(client) ? statements.map(withoutName) : statements;
    this.#statements = sent;
    this.#queries = sent.map((statement, index) =>
      protocolQuery(statement, client, (error, result) => {
        failure ??= error;
        if (result) results[index] = result;
      }),
    );
  }

  submit(connection: pg.Connection): void {
    const unsynced: unknown = Object.create(connection, { sync: { value: () => undefined } });
    assertConnection(connection);
    assertConnection(unsynced);
    connection.stream.cork();
    try {
      for (const [index, query] of this.#queries.entries()) {
        this.#announce(connection, this.#statements[index]?.name);
        query.submit(unsynced);
      }
      connection.sync();
    } finally {
      connection.stream.uncork();
    }
  }

  // After a failure nobody knows whether the server got as far as preparing it. Closing a name that does
  // not exist is no error, preparing one that does would be.
  #announce(connection: ProtocolConnection, name: string | undefined): void {
    if (name === undefined || name in connection.submittedNamedStatements) return;
    connection.close({ type: "S", name }, true);
    this.#newNames.push(name);
  }

  handleRowDescription(message: unknown): void {
    this.#queries[this.#current]?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#queries[this.#current]?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: pg.Connection): void {
    this.#queries[this.#current]?.handleCommandComplete(message, connection);
    this.#current += 1;
  }

  handleEmptyQuery(): void {
    this.#current += 1;
  }

  handleReadyForQuery(connection: pg.Connection): void {
    for (const query of this.#queries) query.handleReadyForQuery(connection);
    this.callback(null);
  }

  handleError(error: Error, connection: pg.Connection): void {
    assertConnection(connection);
    for (const name of this.#newNames) delete connection.submittedNamedStatements[name];
    this.callback(error);
  }
}

const protocolQuery = (
  statement: PipelinedStatement,
  types: pg.CustomTypesConfig,
  callback: (error: Error | null, result?: pg.QueryResult) => void,
): ProtocolQuery => {
  // The extended protocol also for a statement without values: a simple query would end the transaction.
  const config = { ...statement, types, callback, queryMode: "extended" };
  const query: unknown = new pg.Query({ ...config, values: [...statement.values] });
  if (!isProtocolQuery(query)) throw new Error("pg has changed: a query takes no messages");
  return query;
};

const isProtocolQuery = (query: unknown): query is ProtocolQuery =>
  query instanceof pg.Query && "handleRowDescription" in query;

function assertConnection(connection: unknown): asserts connection is ProtocolConnection {
  if (!(typeof connection === "object" && connection && "submittedNamedStatements" in connection))
    throw new Error("pg has changed: a connection does not know what it has prepared");
}

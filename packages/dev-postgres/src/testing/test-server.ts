/** A PostgreSQL server for one test run. */
export interface TestServer {
  /** Connection string of a superuser. */
  readonly url: string;
  /** What runs, for the one line that says so. */
  readonly description: string;
  readonly stop: () => Promise<void>;
}

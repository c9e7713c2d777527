import pg from "pg";
import { expect, test } from "vitest";
import { isDatabaseUnavailable } from "./is-database-unavailable.ts";

const database = (code: string) =>
  Object.assign(new pg.DatabaseError("told by the server", 0, "error"), { code });
const network = (code: string) => Object.assign(new Error("told by the network"), { code });

test.each([
  ["the server shuts down", database("57P01")],
  ["the server starts up", database("57P03")],
  ["all its connections are taken", database("53300")],
  ["a statement timed out", database("57014")],
  ["a lock timed out", database("55P03")],
  ["nobody listens", network("ECONNREFUSED")],
  ["the connection broke", network("ECONNRESET")],
  ["the socket is a black hole", new Error("Query read timeout")],
  ["the pool has no connection", new Error("timeout exceeded when trying to connect")],
  ["the server went away", new Error("Connection terminated unexpectedly")],
])("when %s the database is unavailable", (_what, error) => {
  expect(isDatabaseUnavailable(error)).toBe(true);
});

test.each([
  ["a constraint is violated", database("23505")],
  ["a column is missing", database("42703")],
  ["the code has a bug", new TypeError("x is not a function")],
  ["something odd was thrown", "ECONNREFUSED"],
])("when %s it is a fault, not an outage", (_what, error) => {
  expect(isDatabaseUnavailable(error)).toBe(false);
});

import pg from "pg";

/** The SQLSTATE codes that mean something to this adapter. */
export const sqlState = {
  lockNotAvailable: "55P03",
  deadlockDetected: "40P01",
  serializationFailure: "40001",
  uniqueViolation: "23505",
  insufficientPrivilege: "42501",
} as const;

export type SqlState = (typeof sqlState)[keyof typeof sqlState];

/** Is this the server's report of that condition? */
export const isSqlState = (error: unknown, state: SqlState): error is pg.DatabaseError =>
  error instanceof pg.DatabaseError && error.code === state;

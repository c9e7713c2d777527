import { Timestamp } from "@ordo/domain";

/** A domain time as PostgreSQL reads it, in UTC whatever the session's time zone. */
export const toTimestamptz = (at: Timestamp): string => new Date(at).toISOString();

export const toNullableTimestamptz = (at: Timestamp | null): string | null =>
  at === null ? null : toTimestamptz(at);

export const fromNullableTimestamptz = (at: number | null): Timestamp | null =>
  at === null ? null : Timestamp(at);

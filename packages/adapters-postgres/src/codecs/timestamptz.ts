import type { Timestamp } from "@ordo/domain";

/** A domain time as PostgreSQL reads it, in UTC whatever the session's time zone. */
export const toTimestamptz = (at: Timestamp): string => new Date(at).toISOString();

import { Timestamp } from "@ordo/domain";

/**
 * A domain time as PostgreSQL reads it, in UTC whatever the session's time zone. ISO 8601 writes years outside
 * 0 to 9999 with a sign and counts a year 0; PostgreSQL takes no sign, and calls that year 1 BC.
 */
export const toTimestamptz = (at: Timestamp): string => {
  const time = new Date(at);
  const year = time.getUTCFullYear();
  const inYear = time.toISOString().replace(/^[+-]?\d+/, "");
  const digits = (value: number): string => String(value).padStart(4, "0");
  return year > 0 ? `${digits(year)}${inYear}` : `${digits(1 - year)}${inYear} BC`;
};

export const toNullableTimestamptz = (at: Timestamp | null): string | null =>
  at === null ? null : toTimestamptz(at);

export const fromNullableTimestamptz = (at: number | null): Timestamp | null =>
  at === null ? null : Timestamp(at);

import { Timestamp } from "@ordo/domain";
import { z } from "zod";

/** A moment as RFC 3339 in UTC. */
export const timestamp = z.string().meta({
  format: "date-time",
  description: "RFC 3339, UTC.",
  examples: ["2026-03-01T12:00:00.000Z"],
});

/** A moment of this millennium as it is sent, in any offset. */
export const sentTimestamp = z.iso
  .datetime({
    offset: true,
    error: "Send a time as RFC 3339, such as 2026-03-01T12:00:00Z.",
    // What is no time has no year to find fault with.
    abort: true,
  })
  .regex(/^2/, "Send a time from the year 2000 to 2999.")
  .meta({ format: "date-time", examples: ["2026-03-01T12:00:00Z"] });

export const toTimestamp = (text: string): Timestamp => Timestamp(Date.parse(text));

export const toNullableTimestamp = (text: string | null | undefined): Timestamp | null =>
  text === null || text === undefined ? null : toTimestamp(text);

/** The last one that was written: an order that was just placed has one moment in many places. */
let written: { readonly moment: Timestamp; readonly text: string } | undefined;

export const presentTimestamp = (moment: Timestamp): string => {
  if (written?.moment !== moment) written = { moment, text: new Date(moment).toISOString() };
  return written.text;
};

export const presentNullableTimestamp = (moment: Timestamp | null): string | null =>
  moment === null ? null : presentTimestamp(moment);

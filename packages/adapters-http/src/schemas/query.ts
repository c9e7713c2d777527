import { z } from "zod";

// Query fields arrive as text; only a number as JSON would write it is read as one.
const digits = (raw: unknown): unknown =>
  typeof raw === "string" && /^(?:0|[1-9][0-9]{0,15})$/.test(raw) ? Number(raw) : raw;

/** A whole number in a query. */
export const queryInteger = (min: number, max: number, what: string) =>
  z.preprocess(digits, z.int(what).min(min).max(max));

/** The fields of every list. */
export const pageFields = {
  limit: queryInteger(1, 100, "Send an integer from 1 to 100.").default(20).meta({
    description:
      "Items per page at most: a page of large orders ends earlier, and page.next goes on. 20 when left out.",
    default: 20,
  }),
  cursor: z.string().min(1).max(1000).optional().meta({
    // No keyword of JSON Schema tells what was given out from what was made up.
    "x-given-out": true,
    description:
      "Where to go on: taken as it is from page.next or page.prev, with the same filters.",
  }),
};

/** A moment in a query, kept as it was sent. */
export const queryTime = z.iso
  .datetime({
    offset: true,
    error: "Send a time as RFC 3339, such as 2026-03-01T12:00:00Z (a + in a URL is %2B).",
  })
  .meta({ format: "date-time" });

import type { Timestamp } from "@ordo/domain";
import { z } from "zod";

/** A moment as RFC 3339 in UTC. */
export const timestamp = z.string().meta({
  format: "date-time",
  description: "RFC 3339, UTC.",
  examples: ["2026-03-01T12:00:00.000Z"],
});

export const presentTimestamp = (moment: Timestamp): string => new Date(moment).toISOString();

import { z } from "zod";

/** What the primary tells a worker. */
export const orders = z.discriminatedUnion("ordo", [
  z.object({ ordo: z.literal("stop"), drain: z.boolean() }),
  z.object({ ordo: z.literal("metrics"), id: z.number(), text: z.string() }),
]);
export type Order = z.output<typeof orders>;

/** What a worker tells the primary. */
export const reports = z.discriminatedUnion("ordo", [
  z.object({ ordo: z.literal("ready"), url: z.string() }),
  z.object({ ordo: z.literal("ask-metrics"), id: z.number() }),
]);
export type Report = z.output<typeof reports>;

import { z } from "zod";
import { consistencyHeader } from "../consistency/consistency-header.ts";

/** The parts of a request as one schema, so that one pass finds the faults of all of them. */
export type RequestInput = z.ZodObject<{
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly headers: z.ZodObject;
  readonly body?: z.ZodType;
}>;

/** A part that takes nothing: an unknown field is a fault. */
export const nothing = z.strictObject({});

/** A read may say how fresh the answer must be. */
export const readHeaders = z.object({ "ordo-consistency": consistencyHeader.optional() });

/** Of the headers of a change that If-Match guards none is checked here. */
export const changeHeaders = z.object({});

/** A flag in a query: `?dryRun=true`. */
export const dryRunQuery = z.strictObject({
  dryRun: z
    .enum(["true", "false"])
    .transform((flag) => flag === "true")
    .default(false)
    .meta({
      description:
        "`true` answers 200 with the order as it would become and the events, and changes nothing: the Idempotency-Key stays unused.",
    }),
});

/** The documentation's own: its page puts a fresh one in its place. */
export const exampleKey = "4f0c1f7e-6a5d-4d43-9f57-3a5c0d0f3b11";

/** A write names itself (draft-ietf-httpapi-idempotency-key-header). */
export const writeHeaders = z.object({
  "idempotency-key": z
    .string(
      "Send an Idempotency-Key: text of your own that is unique to this request, such as a UUID.",
    )
    .regex(/^[\x21-\x7e]{1,255}$/, "Send 1 to 255 visible ASCII characters.")
    .meta({
      description:
        "Your own name for this request, unique to it, such as a UUID. Repeat the request with the same key to get the first answer again: the effect happens once.",
      examples: [exampleKey],
    }),
});

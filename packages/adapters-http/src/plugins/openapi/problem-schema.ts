import { z } from "zod";
import { problemCodes } from "./problem-catalog.ts";

/** Problem details (RFC 9457) as published. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ format: "uri", description: "Identifies the kind of problem." }),
    title: z
      .string()
      .meta({ description: "Names the kind of problem; the same for every occurrence." }),
    status: z.int(),
    detail: z.string().meta({ description: "What happened, and what to do next." }),
    instance: z.string().meta({ format: "uri-reference", description: "What was asked for." }),
    code: z.string().meta({
      description: "The kind of problem, for programs. New ones may be added.",
      examples: [...problemCodes],
    }),
    requestId: z.string().meta({
      description:
        "Names the request; tell us when you ask for help. Attempts with one Idempotency-Key share it once the request has been processed.",
    }),
    errors: z
      .array(
        z.object({
          detail: z.string(),
          pointer: z
            .string()
            .meta({ description: 'JSON Pointer (RFC 6901) into the part named by "in".' }),
          in: z.enum(["path", "query", "header", "body"]),
        }),
      )
      .optional()
      .meta({ description: "What to change in the request." }),
    currentStatus: z
      .string()
      .optional()
      .meta({ description: "The order's status now, on a conflict." }),
    currentVersion: z
      .int()
      .optional()
      .meta({ description: "The order's version now, on a conflict." }),
  })
  .meta({ id: "Problem", description: "Problem details (RFC 9457)." });

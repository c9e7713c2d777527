import { z } from "zod";
import { nullableTypes } from "./nullable-types.ts";

/**
 * The schema as plain JSON Schema for the compiled serializer: no references, no documentation.
 * As input, so that objects stay open in the published contract and closed to nothing here.
 */
export const serializerSchema = (schema: z.ZodType): z.core.JSONSchema.BaseSchema => {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, {
    io: "input",
    metadata: z.registry<Record<string, unknown>>(),
    reused: "inline",
  });
  return nullableTypes(plain);
};

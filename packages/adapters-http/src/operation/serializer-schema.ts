import { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The schema as plain JSON Schema for the compiled serializer: no references, no documentation. */
export const serializerSchema = (schema: z.ZodType): JsonSchema => {
  const { $schema: _dialect, ...plain } = z.toJSONSchema(schema, {
    // Responses transform nothing; as output, zod would close every object.
    io: "input",
    metadata: z.registry<Record<string, unknown>>(),
    reused: "inline",
    override: ({ jsonSchema }) => mergeNull(jsonSchema),
  });
  return plain;
};

/** Writes `anyOf: [X, null]` as X of two types: the serializer then needs no validator to tell them apart. */
const mergeNull = (schema: JsonSchema): void => {
  const [variant, none, ...more] = schema.anyOf ?? [];
  if (typeof variant !== "object" || typeof none !== "object" || more.length > 0) return;
  if (none.type !== "null" || typeof variant.type !== "string") return;
  delete schema.anyOf;
  Object.assign(schema, variant, { type: [variant.type, "null"] });
  if (variant.enum) schema.enum = [...variant.enum, null];
};

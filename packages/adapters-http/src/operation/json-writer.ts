import fastJsonStringify, { type ObjectSchema } from "fast-json-stringify";
import { z } from "zod";

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Writes a value of its schema as JSON; what the schema does not name is left out. */
export type WriteJson = (value: object) => string;

const writers = new WeakMap<z.ZodType, WriteJson>();

/** The compiled writer of a schema, one for all routes that answer with it. */
export const jsonWriter = (schema: z.ZodType): WriteJson => {
  const known = writers.get(schema);
  if (known) return known;
  const plain: unknown = serializerSchema(schema);
  if (!isObjectSchema(plain)) throw new Error("a body is an object");
  const write: WriteJson = fastJsonStringify(plain);
  writers.set(schema, write);
  return write;
};

const isObjectSchema = (schema: unknown): schema is ObjectSchema =>
  typeof schema === "object" && schema !== null && "type" in schema && schema.type === "object";

/** The schema as plain JSON Schema: no references, no documentation. */
const serializerSchema = (schema: z.ZodType): JsonSchema => {
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

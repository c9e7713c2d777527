import { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** Turns zod schemas into those of OpenAPI 3.1, the named ones collected as components. */
export interface SchemaComponents {
  /** The schema, or a reference to its component. */
  add(schema: z.ZodType): JsonSchema;
  all(): Readonly<Record<string, JsonSchema>>;
}

export const makeSchemaComponents = (): SchemaComponents => {
  const components: Record<string, JsonSchema> = {};
  return {
    add: (schema) => {
      const { $schema: _dialect, $defs = {}, ...root } = toJsonSchema(schema);
      for (const [name, definition] of Object.entries($defs))
        components[name] = withComponentRefs({ ...definition });
      return withComponentRefs(root);
    },
    all: () => components,
  };
};

const toJsonSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, {
    target: "draft-2020-12",
    // Requests are described as they are sent; responses, which transform nothing, stay open to new fields.
    io: "input",
    override: ({ jsonSchema }) => {
      delete jsonSchema["id"];
    },
  });

const withComponentRefs = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, rewritten(key, value)]));

const rewritten = (key: string, value: unknown): unknown => {
  if (key === "$ref" && typeof value === "string")
    return value.replace("#/$defs/", "#/components/schemas/");
  if (Array.isArray(value)) return value.map((item) => rewritten("", item));
  return isRecord(value) ? withComponentRefs(value) : value;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

import { z } from "zod";
import { nullableTypes } from "../../operation/nullable-types.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

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
      const { $schema: _dialect, $defs, ...root } = toJsonSchema(schema);
      for (const [name, definition] of Object.entries($defs ?? {})) components[name] = publish(definition);
      const name = z.globalRegistry.get(schema)?.id;
      if (name === undefined) return publish(root);
      components[name] = publish(root);
      return { $ref: `#/components/schemas/${name}` };
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

const publish = (schema: unknown): JsonSchema => nullableTypes(withComponentRefs(schema)) as JsonSchema;

const withComponentRefs = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withComponentRefs);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string"
        ? inner.replace("#/$defs/", "#/components/schemas/")
        : withComponentRefs(inner),
    ]),
  );
};

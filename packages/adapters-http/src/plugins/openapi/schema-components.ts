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
      // As input: requests are described as they are sent, and responses (which transform nothing) stay open to new fields.
      const { $schema: _dialect, $defs, ...root } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
      for (const [name, definition] of Object.entries($defs ?? {})) components[name] = publish(definition);
      const { id, ...own } = root;
      if (typeof id !== "string") return publish(root);
      components[id] = publish(own);
      return { $ref: `#/components/schemas/${id}` };
    },
    all: () => components,
  };
};

const publish = (schema: unknown): JsonSchema => nullableTypes(rewritten(schema)) as JsonSchema;

/** Points references at the components, and drops the ids that named them. */
const rewritten = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewritten);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, rewritten(inner)] as const);
  const isNamed = typeof Object.fromEntries(entries)["id"] === "string";
  return Object.fromEntries(
    entries
      .filter(([key]) => !(isNamed && key === "id"))
      .map(([key, inner]) => [
        key,
        key === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", "#/components/schemas/") : inner,
      ]),
  );
};

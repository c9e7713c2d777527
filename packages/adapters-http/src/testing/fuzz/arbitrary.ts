// What is sent and read here has no type until the contract is read.
import fc from "fast-check";
import { type Contract, resolve, type Schema } from "./contract.ts";

const hostile = fc.oneof(
  fc.constantFrom<unknown>(null, "", "\u0000", "\ud800", -1, 1.5, 2 ** 53, 1e308, true, [], {}),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Values that mostly obey the schema, and now and then do not. */
export const valuesOf = (contract: Contract, given: Schema, depth = 0): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: obeying(contract, given, depth) },
    { weight: 1, arbitrary: hostile },
  );

const obeying = (contract: Contract, given: Schema, depth: number): fc.Arbitrary<unknown> => {
  const schema = resolve(contract, given);
  const { enum: choices, const: only, anyOf, oneOf, type, examples } = schema;
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(choices)) return fc.constantFrom<unknown>(...choices);
  const variants = anyOf ?? oneOf;
  if (Array.isArray(variants) && schema["properties"] === undefined)
    return fc.oneof(...variants.map((variant: Schema) => valuesOf(contract, variant, depth + 1)));
  const some = Array.isArray(examples) ? [fc.constantFrom<unknown>(...examples)] : [];
  const kind: unknown = Array.isArray(type) ? type[0] : type;
  return fc.oneof(...some, plain(contract, schema, kind, depth));
};

const plain = (
  contract: Contract,
  schema: Schema,
  type: unknown,
  depth: number,
): fc.Arbitrary<unknown> => {
  switch (type) {
    case "object":
      return objects(contract, schema, depth);
    case "array":
      return fc.array(valuesOf(contract, asSchema(schema["items"]), depth + 1), {
        minLength: numberOr(schema["minItems"], 0),
        maxLength: 3,
      });
    case "integer":
    case "number":
      return fc.integer({
        min: Math.max(numberOr(schema["minimum"], -100), -(2 ** 53) + 1),
        max: Math.min(numberOr(schema["maximum"], 5000), 5000),
      });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return texts(schema);
  }
};

const texts = (schema: Schema): fc.Arbitrary<string> => {
  switch (schema["format"]) {
    case "uuid":
      return fc.uuid();
    case "email":
      return fc.constantFrom("ada@example.com", "bob@example.com");
    case "date-time":
      return fc.constantFrom("2026-01-01T00:00:00Z", "2020-02-29T12:00:00+02:00");
    default:
      return fc.string({
        minLength: numberOr(schema["minLength"], 0),
        maxLength: Math.min(numberOr(schema["maxLength"], 12), 12),
      });
  }
};

const objects = (contract: Contract, schema: Schema, depth: number): fc.Arbitrary<object> => {
  const required: unknown = schema["required"];
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  const fields = Object.fromEntries(
    Object.entries(asSchema(schema["properties"])).map(([name, property]) => [
      name,
      fc.option(valuesOf(contract, asSchema(property), depth + 1), {
        nil: undefined,
        // Mostly what is needed and little else: that is what gets far.
        freq: names.includes(name) ? 50 : 2,
      }),
    ]),
  );
  return fc
    .record(fields)
    .map((found) =>
      Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    );
};

const asSchema = (value: unknown): Schema =>
  typeof value === "object" && value !== null ? { ...value } : {};

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

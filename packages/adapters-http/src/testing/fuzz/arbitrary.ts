// What is sent has no type until the contract is read.
import fc from "fast-check";
import { type Contract, resolve, type Schema } from "./contract.ts";

/** An id that an earlier answer gave to what the field is called after. */
export type KnownId = (field: string) => string | undefined;

/** Values that the schema allows: every field now and then, every bound met now and then. */
export const makeValuesOf = (contract: Contract, knownId: KnownId) => {
  const valuesOf = (given: Schema, field = ""): fc.Arbitrary<unknown> => {
    const schema = resolve(contract, given);
    const { enum: choices, const: only, anyOf, oneOf, type } = schema;
    if (only !== undefined) return fc.constant(only);
    if (Array.isArray(choices)) return fc.constantFrom<unknown>(...choices);
    const variants = anyOf ?? oneOf;
    if (Array.isArray(variants) && schema["properties"] === undefined)
      return fc.oneof(...variants.map((variant: Schema) => valuesOf(variant, field)));
    switch (type) {
      case "object":
        return objects(schema);
      case "array":
        return arrays(schema, field);
      case "integer":
        return integers(schema);
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      default:
        return texts(schema, field, knownId);
    }
  };

  const arrays = (schema: Schema, field: string): fc.Arbitrary<unknown> => {
    const items = valuesOf(asSchema(schema["items"]), field);
    const min = numberOr(schema["minItems"], 0);
    const max = numberOr(schema["maxItems"], 5);
    const long = Math.min(max, 60);
    return fc.oneof(
      { weight: 10, arbitrary: fc.array(items, { minLength: min, maxLength: Math.max(min, 1) }) },
      {
        weight: 5,
        arbitrary: fc.array(items, { minLength: min, maxLength: Math.min(max, min + 2) }),
      },
      // Few are so long, or a run would be about nothing else.
      { weight: 1, arbitrary: fc.array(items, { minLength: long, maxLength: long }) },
    );
  };

  const objects = (schema: Schema): fc.Arbitrary<unknown> => {
    const required: unknown = schema["required"];
    const names: readonly unknown[] = Array.isArray(required) ? required : [];
    const fields = Object.fromEntries(
      Object.entries(asSchema(schema["properties"])).map(([name, property]) => {
        const values = valuesOf(asSchema(property), name);
        return [name, names.includes(name) ? values : seldom(values)];
      }),
    );
    const { additionalProperties, propertyNames } = schema;
    return typeof additionalProperties === "object" && propertyNames !== undefined
      ? fc.dictionary(
          valuesOf(asSchema(propertyNames)).map(String),
          valuesOf(asSchema(additionalProperties)),
          { maxKeys: 3 },
        )
      : fc.record(fields).map(withoutAbsent);
  };
  return valuesOf;
};

/** What is optional is mostly absent: little is what gets far. */
export const seldom = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

const withoutAbsent = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const integers = (schema: Schema): fc.Arbitrary<number> => {
  const min = numberOr(schema["minimum"], Number.MIN_SAFE_INTEGER);
  const max = numberOr(schema["maximum"], Number.MAX_SAFE_INTEGER);
  const usual = Math.max(min, -5);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(usual) },
    { weight: 4, arbitrary: fc.integer({ min: usual, max: Math.min(max, usual + 3) }) },
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
  );
};

const texts = (schema: Schema, field: string, knownId: KnownId): fc.Arbitrary<string> => {
  const { format, pattern, allOf } = schema;
  if (format === "uuid")
    // Asked for when the value is made: by then there are more.
    return fc
      .tuple(fc.nat(9), fc.uuid())
      .map(([dice, fresh]) => (dice === 0 ? undefined : knownId(field)) ?? fresh);
  if (Array.isArray(allOf)) return textsOfAll(allOf.map(asSchema));
  const shaped = typeof pattern === "string" ? matching(pattern) : undefined;
  if (shaped) return shaped;
  const min = numberOr(schema["minLength"], 0);
  const max = numberOr(schema["maxLength"], 100);
  const unit = fc
    .string({ unit: "binary", minLength: 1, maxLength: 1 })
    .map((one) => (one === "\u0000" ? "x" : one));
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.string({ unit, minLength: min, maxLength: Math.min(max, min + 12) }),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit, minLength: Math.min(max, 300), maxLength: Math.min(max, 300) }),
    },
  );
};

/** Made to the first pattern, and kept when they have the others too. */
const textsOfAll = ([first, ...others]: readonly Schema[]): fc.Arbitrary<string> => {
  const patterns = others.map(({ pattern }) => new RegExp(String(pattern)));
  return fc
    .stringMatching(new RegExp(String(first?.["pattern"])))
    .filter((text) => patterns.every((pattern) => pattern.test(text)));
};

/** Undefined for what says only which characters there may not be: fast-check reads no Unicode classes. */
const matching = (pattern: string): fc.Arbitrary<string> | undefined =>
  pattern.includes("\\p{") ? undefined : fc.stringMatching(new RegExp(pattern));

export const asSchema = (value: unknown): Schema =>
  typeof value === "object" && value !== null ? { ...value } : {};

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

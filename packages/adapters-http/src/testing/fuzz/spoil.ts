import fc from "fast-check";
import { isRecord } from "./json.ts";

/** Mostly the value as it is; else with one thing about it changed, which often makes it one that is not allowed. */
export const nearly = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      values,
      fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.tuple(fc.nat(), fc.constantFrom(...spoils), hostile) },
      ),
    )
    .map(([value, spoil]) => {
      if (spoil === null) return value;
      const [dice, change, other] = spoil;
      const places = placesIn(value);
      return changed(value, places[dice % places.length] ?? [], (found) => change(found, other));
    });

const hostile = fc.oneof(
  fc.constantFrom<unknown>(null, "", "\u0000", "\ud800", -1, 1.5, 2 ** 53, 1e308, true, [], {}),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

type Spoil = (value: unknown, other: unknown) => unknown;

const spoils: readonly Spoil[] = [
  (_value, other) => other,
  (value, other) => (isRecord(value) ? { ...value, nonsense: other } : other),
  (value) => (isRecord(value) ? Object.fromEntries(Object.entries(value).slice(1)) : undefined),
  (value) => {
    if (typeof value === "number") return value + 0.5;
    if (Array.isArray(value)) return [...value, ...value, null];
    return typeof value === "string" ? `${value}\ud800` : value;
  },
  (value) => {
    if (typeof value === "number") return Number.MAX_SAFE_INTEGER + 1;
    return typeof value === "string" ? `${value} `.repeat(100) : [value];
  },
];

type Place = readonly (string | number)[];

/** Where there is something: the value itself, and all within. */
const placesIn = (value: unknown, at: Place = []): readonly Place[] => {
  const within: readonly [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return [at, ...within.flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
};

const changed = (
  value: unknown,
  [key, ...rest]: Place,
  change: (found: unknown) => unknown,
): unknown => {
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      index === key ? changed(item, rest, change) : item,
    );
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, inner]) =>
    name === key ? ([name, changed(inner, rest, change)] as const) : ([name, inner] as const),
  );
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
};

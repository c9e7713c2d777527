import pg from "pg";

/**
 * How this adapter reads column types, for its own pool only.
 * `timestamptz` becomes milliseconds, exact because every such column is `timestamptz(3)`.
 * `bigint` becomes a number and throws where a number could not hold it.
 */
export const columnParsers = (): pg.CustomTypesConfig => {
  const overrides = new pg.TypeOverrides();
  const { TIMESTAMPTZ, INT8 } = pg.types.builtins;
  overrides.setTypeParser(TIMESTAMPTZ, parseMilliseconds);
  overrides.setTypeParser(INT8, parseSafeInteger);
  return overrides;
};

// PostgreSQL's ISO style, which the pool asks for, is near enough to ISO 8601 for Date.
const parseMilliseconds = (text: string): number => {
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds))
    throw new RangeError(`${text} is not a moment that Date can tell`);
  return milliseconds;
};

const parseSafeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
  return value;
};

import pg from "pg";

/**
 * How this adapter reads column types, for its own pool only.
 * `timestamptz` becomes milliseconds, exact because every such column is `timestamptz(3)`.
 * `bigint` becomes a number and throws where a number could not hold it.
 */
export const columnParsers = (): pg.TypeOverrides => {
  const overrides = new pg.TypeOverrides();
  const { TIMESTAMPTZ, INT8 } = pg.types.builtins;
  const parseDate = pg.types.getTypeParser(TIMESTAMPTZ);
  overrides.setTypeParser(TIMESTAMPTZ, (text) => Number(parseDate(text)));
  overrides.setTypeParser(INT8, parseSafeInteger);
  return overrides;
};

const parseSafeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
  return value;
};

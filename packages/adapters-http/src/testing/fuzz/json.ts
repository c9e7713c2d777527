export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value that the text stands for; undefined for what is not JSON, or has a key that the contract's introduction bars. */
export const parseJson = (text: string): unknown => {
  try {
    return /"(?:__proto__|constructor)"\s*:/.test(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

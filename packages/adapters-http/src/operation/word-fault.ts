import type { z } from "zod";

/** Says what to send instead. A schema's own words, where it has some, come before these. */
export const wordFault: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? `Send this: it is needed, as ${nounOf(issue.expected)}.`
        : `Send ${nounOf(issue.expected)}.`;
    case "invalid_value":
      return oneOf(issue.values);
    case "invalid_union":
      return Array.isArray(issue["options"]) ? oneOf(issue["options"]) : undefined;
    case "too_small":
      return `Send ${sizeOf(issue.origin, "at least", issue.minimum)}.`;
    case "too_big":
      return `Send ${sizeOf(issue.origin, "at most", issue.maximum)}.`;
    case "invalid_format":
      return `Send a valid ${issue.format === "regex" ? "value" : issue.format}.`;
    case "custom":
    case "invalid_element":
    case "invalid_key":
    case "not_multiple_of":
    case "unrecognized_keys":
      return undefined;
  }
};

const oneOf = (values: readonly unknown[]): string =>
  `Send one of: ${values.map((value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value))).join(", ")}.`;

const nouns: Readonly<Record<string, string>> = {
  string: "a string",
  number: "a number",
  int: "an integer, without a fraction",
  boolean: "true or false",
  object: "a JSON object",
  record: "a JSON object",
  array: "a JSON array",
};

const nounOf = (expected: string): string => nouns[expected] ?? expected;

const sizeOf = (origin: string, bound: string, limit: number | bigint): string => {
  switch (origin) {
    case "string":
      return `${bound} ${limit} characters`;
    case "array":
    case "set":
      return `${bound} ${limit} items`;
    default:
      return `a number of ${bound} ${limit}`;
  }
};

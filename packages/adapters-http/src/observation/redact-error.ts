/** An error as the log may keep it. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** Where it was thrown, without the message that a stack begins with. */
  readonly stack: string;
  readonly code?: string;
  /** Names of the schema that PostgreSQL reports: never values. */
  readonly constraint?: string;
  readonly table?: string;
  readonly causes?: readonly LoggedError[];
}

/**
 * What of an error helps to find its cause, and nothing of the data it was about. Only the fields named
 * above are kept (PostgreSQL puts whole rows into `detail`); its message loses what looks like
 * personal data or a secret, and whatever its request sent.
 *
 * @param sent what the request sent, see {@link sentValues}
 */
export const redactError = (
  error: unknown,
  sent: readonly string[] = [],
  depth = 0,
): LoggedError => {
  if (!(error instanceof Error))
    return { type: typeof error, message: "something was thrown that is no Error", stack: "" };
  const { code, constraint, table, severity } = namesOf(error);
  // PostgreSQL quotes values as it quotes names; the names are in fields of their own.
  const said = severity === undefined ? error.message : error.message.replace(/"[^"]*"/g, '"…"');
  const causes = depth < maxDepth ? causesOf(error) : [];
  return {
    type: error.name,
    message: redactText(said, sent),
    // Frames name files, whose paths would pass for addresses.
    stack: without(sent, framesOf(error.stack)),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    ...(causes.length > 0 && {
      causes: causes.map((cause) => redactError(cause, sent, depth + 1)),
    }),
  };
};

const maxDepth = 3;
const maxLength = 4_000;

const namesOf = (error: Error): Partial<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(error).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );

const causesOf = (error: Error): readonly unknown[] => {
  const several: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...several.slice(0, maxDepth)].filter((cause) => cause !== undefined);
};

const framesOf = (stack = ""): string =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");

/** Replaces what was sent, and what has the shape of an address, a token, a password or a card number. */
export const redactText = (text: string, sent: readonly string[] = []): string =>
  shapes
    .reduce((rest, [shape, instead]) => rest.replace(shape, instead), without(sent, text))
    .slice(0, maxLength);

const without = (sent: readonly string[], text: string): string =>
  sent.reduce((rest, value) => rest.replaceAll(value, redacted), text);

const redacted = "[redacted]";

const shapes: readonly (readonly [RegExp, string])[] = [
  [/[^\s"'<>()[\]:;,=]+@[^\s"'<>()[\]:;,=@]+\.[^\s"'<>()[\]:;,=@]+/g, redacted],
  [/\beyJ[\w-]+(\.[\w-]*){0,4}/g, redacted],
  [/\b(bearer|basic)\s+\S+/gi, `$1 ${redacted}`],
  [/(\w+:\/\/)[^\s/@]*:[^\s/]*@/g, `$1${redacted}@`],
  [/\b(password|passwd|secret|token|api[-_]?key)(["']?\s*[=:]\s*)\S+/gi, `$1$2${redacted}`],
  [/\+\d[\d ().-]{6,}\d/g, redacted],
  // A card number; the digits of a UUID have neighbors.
  [/(?<![\w-])(?:\d{4}[ -]?){3}\d{1,7}(?![\w-])/g, redacted],
];

// Not by `import`: that reads every export of the module, one of which loads the whole of `fetch`.
const { STATUS_CODES } = process.getBuiltinModule("node:http");

/** What HTTP calls the status (RFC 9110 § 15), such as `Not Found`; undefined when it has no name. */
export const reasonPhrase = (status: number): string | undefined => STATUS_CODES[status];

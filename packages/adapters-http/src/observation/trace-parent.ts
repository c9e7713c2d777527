/** The position in a distributed trace that a request belongs to (W3C Trace Context § 3.2). */
export interface TraceParent {
  readonly traceId: string;
  readonly parentId: string;
  /** Does the caller record it? */
  readonly sampled: boolean;
}

/** Undefined when the header is missing or not valid; then it is ignored, as § 3.2.2.3 asks. */
export const traceParentOf = (
  header: string | readonly string[] | undefined,
): TraceParent | undefined => {
  if (typeof header !== "string") return undefined;
  const [, traceId, parentId, flags] = valid.exec(header) ?? [];
  return traceId === undefined || parentId === undefined || flags === undefined
    ? undefined
    : { traceId, parentId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
};

const valid =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

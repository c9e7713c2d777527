/** Request headers that mean the same everywhere. */
export const commonParameters = {
  XRequestId: {
    name: "X-Request-Id",
    in: "header",
    required: false,
    description:
      "Your own id for this attempt; it comes back in the answer and stands in our logs. One that is not 1 to 128 of `A-Z a-z 0-9 . _ ~ : + / = -` is replaced by one of ours.",
    schema: { type: "string" },
  },
  Prefer: {
    name: "Prefer",
    in: "header",
    required: false,
    description: "`return=minimal` leaves out the body of the answer (RFC 7240).",
    schema: { type: "string" },
  },
  IfMatch: {
    name: "If-Match",
    in: "header",
    required: false,
    description:
      "Entity tags that you would change it at; 412 when it is at another, or they are no entity tags. `*` accepts any (RFC 9110 § 13.1.1).",
    schema: { type: "string" },
    example: '"3"',
  },
  IfMatchNeeded: {
    name: "If-Match",
    in: "header",
    required: true,
    description:
      "The ETag of what you read; 412 when it has changed since. `*` accepts any (RFC 9110 § 13.1.1).",
    schema: { type: "string" },
    example: '"3"',
  },
  OrdoConsistency: {
    name: "Ordo-Consistency",
    in: "header",
    required: false,
    description:
      "How fresh the answer must be, where there is a read replica. Without it: as fresh as can be. With the `Ordo-Consistency` of an earlier answer: all that was written before that answer is in this one. `eventual`: it may be some seconds old.",
    schema: { type: "string", pattern: "^(?:eventual|[A-Za-z0-9_-]{38,200})$" },
    example: "eventual",
  },
  IfNoneMatch: {
    name: "If-None-Match",
    in: "header",
    required: false,
    description:
      "Entity tags that you have; 304 when one of them is still current (RFC 9110 § 13.1.2).",
    schema: { type: "string" },
  },
} as const;

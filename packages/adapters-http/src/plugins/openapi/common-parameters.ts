/** Request headers that mean the same everywhere. */
export const commonParameters = {
  XRequestId: {
    name: "X-Request-Id",
    in: "header",
    required: false,
    description:
      "Your own id for this attempt; it comes back in the answer and stands in our logs.",
    schema: { type: "string", pattern: "^[A-Za-z0-9._~:+/=-]{1,128}$" },
  },
  Prefer: {
    name: "Prefer",
    in: "header",
    required: false,
    description: "`return=minimal` leaves out the body of the answer (RFC 7240).",
    schema: { type: "string" },
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

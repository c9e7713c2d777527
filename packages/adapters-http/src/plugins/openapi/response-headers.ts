import type { ResponseHeader } from "../../operation/operation.ts";

const text = (description: string, example: string) => ({
  description,
  schema: { type: "string" },
  example,
});
const seconds = (description: string) => ({
  description,
  schema: { type: "integer", minimum: 0 },
  example: 2,
});

/** Every response header that is served, described once. */
export const responseHeaders = {
  "Accept-Patch": text("The media type to send.", "application/merge-patch+json"),
  "Accept-Post": text("The media type to send.", "application/json"),
  "Cache-Control": text("How long and where the answer may be kept.", "no-store"),
  Deprecation: text("Since when the operation is deprecated (RFC 9745).", "@1767225600"),
  ETag: text("Strong entity tag: the version.", '"1"'),
  "Idempotent-Replayed": text(
    "`true` when an earlier request with this key did the work, and this is its answer again.",
    "true",
  ),
  Link: text(
    "The neighbouring pages (RFC 8288).",
    '</api/v1/orders?limit=20&cursor=…>; rel="next"',
  ),
  Location: text("Where the result is.", "/api/v1/orders/01990f3e-7b5a-7c3e-9d2b-5f0c6a1e8d42"),
  "Ordo-Consistency": text(
    "Where there is a read replica: send it with a later read, and that read sees what was written here. Opaque; good for as long as you like, but meant for minutes.",
    "kT0tQ2x6nqWkTnq0c1oMZ8cV2mJpN1rY5bXo3hQe7uFz9aLd",
  ),
  "Ordo-Served-By": text("`replica` when a read replica answered.", "replica"),
  "Preference-Applied": text(
    "`return=minimal` when you preferred no body (RFC 7240).",
    "return=minimal",
  ),
  RateLimit: text(
    "What is left of your quota (r) and when there is more (t, seconds): draft-ietf-httpapi-ratelimit-headers.",
    '"write";r=5999;t=60',
  ),
  "RateLimit-Policy": text(
    "Your quota: so many requests (q) in so many seconds (w).",
    '"write";q=6000;w=60',
  ),
  "Retry-After": seconds("Seconds to wait before the same request is worth sending again."),
  Sunset: text("From when on it may be gone (RFC 8594).", "Fri, 01 Jan 2027 00:00:00 GMT"),
  "WWW-Authenticate": text("What kind of token is missing (RFC 6750).", "Bearer"),
  "X-Request-Id": {
    ...text("This attempt's id: yours when you sent one.", "7d3c2a34-8f0e-4c57-9a53-7a4f6f1c2f10"),
    required: true,
  },
} as const satisfies Record<ResponseHeader, unknown> & Record<string, unknown>;

export type PublishedHeader = keyof typeof responseHeaders;

export const headerRefs = (names: readonly PublishedHeader[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

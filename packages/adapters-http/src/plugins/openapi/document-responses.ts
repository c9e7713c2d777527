import type { OperationDescription } from "../../operation/operation.ts";
import type { Access } from "../authentication/access.ts";
import { problemByCode } from "./problem-catalog.ts";
import { problemSchema } from "./problem-schema.ts";
import type { PublishedHeader } from "./response-headers.ts";
import type { SchemaComponents } from "./schema-components.ts";

type Documented = OperationDescription & { readonly input?: unknown };

/** Every status the operation answers with, its media type and headers. */
export const documentResponses = (
  operation: Documented,
  access: Access,
  components: SchemaComponents,
): Readonly<Record<string, unknown>> => {
  const { success } = operation;
  const mediaType = success.mediaType ?? "application/json";
  return {
    [success.status]: {
      description: success.description,
      headers: headerRefs(["X-Request-Id", ...rateLimitHeaders(operation), ...success.headers]),
      content: { [mediaType]: { schema: components.add(success.schema) } },
    },
    ...(success.headers.includes("ETag") &&
      success.status === 200 && {
        304: {
          description: "You have it: If-None-Match names its ETag.",
          headers: headerRefs(["X-Request-Id", ...rateLimitHeaders(operation), "ETag"]),
        },
      }),
    ...problemResponses(operation, access, components),
  };
};

const impliedProblems = (operation: Documented, access: Access): readonly string[] => [
  "not-acceptable",
  "url-too-long",
  "headers-too-large",
  "malformed-http",
  ...(operation.tag === "Health" ? [] : ["too-many-requests"]),
  "internal-error",
  "unavailable",
  "request-timeout",
  ...(operation.input === undefined ? [] : ["invalid-request", "malformed-url"]),
  ...(access === "public"
    ? []
    : ["unauthenticated", "invalid-token", "insufficient-scope", "overloaded"]),
  ...(operation.method === "POST"
    ? ["malformed-json", "body-too-large", "unsupported-media-type"]
    : []),
];

const problemResponses = (operation: Documented, access: Access, components: SchemaComponents) => {
  const codes = [...impliedProblems(operation, access), ...operation.problems];
  const byStatus = Map.groupBy(codes, (code) => problemByCode(code).status);
  const schema = components.add(problemSchema);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, members]) => [
        status,
        {
          description: members
            .map((code) => `\`${code}\`: ${problemByCode(code).title}.`)
            .join("\n\n"),
          headers: headerRefs([
            "X-Request-Id",
            "Cache-Control",
            ...problemHeaders(status, members),
            ...replayHeaders(operation, members),
          ]),
          content: { "application/problem+json": { schema } },
        },
      ]),
  );
};

const problemHeaders = (status: number, codes: readonly string[]): readonly PublishedHeader[] => [
  ...(status === 401 || codes.includes("insufficient-scope") ? ["WWW-Authenticate" as const] : []),
  ...(status === 429 || status === 503 || codes.includes("idempotency-key-in-use")
    ? ["Retry-After" as const]
    : []),
  ...(status === 415 ? ["Accept-Post" as const] : []),
];

/** Probes are not counted. */
const rateLimitHeaders = ({ tag }: Documented): readonly PublishedHeader[] =>
  tag === "Health" ? [] : ["RateLimit", "RateLimit-Policy"];
/** What a use case refused is recorded under the key, whatever its status, and answered again. */
const replayHeaders = (
  { success, problems }: Documented,
  codes: readonly string[],
): readonly PublishedHeader[] =>
  success.headers.includes("Idempotent-Replayed") && codes.some((code) => problems.includes(code))
    ? ["Idempotent-Replayed"]
    : [];

const headerRefs = (names: readonly PublishedHeader[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

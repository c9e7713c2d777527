import type { z } from "zod";
import type { OperationDescription } from "../../operation/operation.ts";
import type { Access } from "../authentication/access.ts";
import type { Components } from "./components.ts";
import { problemByCode } from "./problem-catalog.ts";
import { headerRefs, type PublishedHeader } from "./response-headers.ts";
import type { SchemaComponents } from "./schema-components.ts";

type Documented = OperationDescription & { readonly input?: unknown };

/** Every status the operation answers with, its media type and headers. */
export const documentResponses = (
  operation: Documented,
  access: Access,
  components: Components,
): Readonly<Record<string, unknown>> => {
  const { success, preview } = operation;
  const { schema, mediaTypes = ["application/json"] } = success;
  return {
    ...(preview && {
      200: {
        description: "What would happen (`?dryRun=true`). Nothing did.",
        headers: headerRefs(["X-Request-Id", "Cache-Control", ...commonHeaders(operation)]),
        content: { "application/json": { schema: components.schemas.add(preview) } },
      },
    }),
    [success.status]: {
      description: success.description,
      headers: headerRefs([
        ...new Set([
          "X-Request-Id" as const,
          "Cache-Control" as const,
          ...commonHeaders(operation),
          ...success.headers,
          ...consistencyHeaders(operation, access),
        ]),
      ]),
      ...(schema && {
        content: Object.fromEntries(
          mediaTypes.map((mediaType) => [
            mediaType,
            { schema: schemaFor(mediaType, schema, components.schemas) },
          ]),
        ),
      }),
    },
    ...(isConditionalRead(operation) && {
      304: {
        description: "You have it: If-None-Match names its ETag.",
        headers: headerRefs([
          "X-Request-Id",
          ...commonHeaders(operation),
          "ETag",
          ...consistencyHeaders(operation, access),
        ]),
      },
    }),
    ...problemResponses(operation, access, components),
  };
};

/** Only JSON has a structure that a schema can tell of. */
const schemaFor = (mediaType: string, schema: z.ZodType, components: SchemaComponents) =>
  mediaType.includes("json") ? components.add(schema) : { type: "string" };

export const isConditionalRead = ({ method, success }: OperationDescription): boolean =>
  method === "GET" && success.headers.includes("ETag");

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
  ...(operation.method === "POST" || operation.method === "PATCH"
    ? ["malformed-json", "body-too-large", "unsupported-media-type"]
    : []),
  ...(operation.ifMatch === undefined ? [] : ["precondition-failed"]),
  ...(operation.ifMatch === "required" ? ["precondition-required"] : []),
];

const problemResponses = (operation: Documented, access: Access, components: Components) => {
  const codes = [...impliedProblems(operation, access), ...operation.problems];
  const byStatus = Map.groupBy(codes, (code) => problemByCode(code).status);
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, members]) => [
        status,
        components.problems.refer(status, members, [
          ...deprecationHeaders(operation),
          ...problemHeaders(status, members, operation),
          ...replayHeaders(operation, members),
          ...(foundByReading.has(status) ? servedByHeaders(operation, access) : []),
        ]),
      ]),
  );
};

const problemHeaders = (
  status: number,
  codes: readonly string[],
  { method }: Documented,
): readonly PublishedHeader[] => [
  ...(status === 401 || codes.includes("insufficient-scope") ? ["WWW-Authenticate" as const] : []),
  ...(status === 429 || status === 503 || codes.includes("idempotency-key-in-use")
    ? ["Retry-After" as const]
    : []),
  ...(status === 415
    ? [method === "PATCH" ? ("Accept-Patch" as const) : ("Accept-Post" as const)]
    : []),
];

/** What a read comes to only when it has read. */
const foundByReading: ReadonlySet<number> = new Set([400, 403, 404]);

const servedByHeaders = ({ method }: Documented, access: Access): readonly PublishedHeader[] =>
  access !== "public" && method === "GET" ? ["Ordo-Served-By"] : [];

/** What was written can be told, except in an answer that begins before it is. */
const consistencyHeaders = (operation: Documented, access: Access): readonly PublishedHeader[] => {
  const { method, streamedBody } = operation;
  if (access === "public" || streamedBody !== undefined) return [];
  return method === "GET" ? servedByHeaders(operation, access) : ["Ordo-Consistency"];
};

/** What every answer carries that is no problem; a problem's are shared by all operations. */
const commonHeaders = (operation: Documented): readonly PublishedHeader[] => [
  ...rateLimitHeaders(operation),
  ...deprecationHeaders(operation),
];

const deprecationHeaders = ({ deprecation }: Documented): readonly PublishedHeader[] =>
  deprecation === undefined ? [] : ["Deprecation", "Sunset", "Link"];

/** Probes are not counted. */
const rateLimitHeaders = ({ tag }: Documented): readonly PublishedHeader[] =>
  tag === "Health" ? [] : ["RateLimit", "RateLimit-Policy"];
/** What a use case refused is recorded under the key, whatever its status, and answered again. */
const replayHeaders = (
  { success, problems }: Documented,
  codes: readonly string[],
): readonly PublishedHeader[] =>
  success.headers.includes("Idempotent-Replayed") &&
  codes.some((code) => code === "precondition-failed" || problems.includes(code))
    ? ["Idempotent-Replayed"]
    : [];

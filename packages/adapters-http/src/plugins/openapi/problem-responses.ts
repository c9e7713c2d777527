import { httpProblems } from "../../problem-details/http-problems.ts";
import { PROBLEM_JSON } from "../../problem-details/render-problem.ts";
import { problemByCode } from "./problem-catalog.ts";
import { problemSchema } from "./problem-schema.ts";
import { headerRefs, type PublishedHeader } from "./response-headers.ts";
import type { SchemaComponents } from "./schema-components.ts";
import { reasonPhrase } from "../../problem-details/reason-phrase.ts";

/** The error answers of all operations: each kind described once, and referred to with what differs. */
export interface ProblemResponses {
  /** A reference to the response; it says itself which problems the operation has, where others have more or less. */
  refer(status: number, codes: readonly string[], headers: readonly PublishedHeader[]): object;
  all(): Readonly<Record<string, object>>;
}

export const makeProblemResponses = (schemas: SchemaComponents): ProblemResponses => {
  const responses: Record<string, object> = {};
  return {
    refer: (status, codes, headers) => {
      const name = nameOf(status, headers);
      const common = commonDescription(status);
      responses[name] ??= {
        description: common,
        headers: headerRefs([
          "X-Request-Id",
          "Cache-Control",
          ...(uncounted.includes(status) ? [] : (["RateLimit", "RateLimit-Policy"] as const)),
          ...headers,
        ]),
        content: { [PROBLEM_JSON]: { schema: schemas.add(problemSchema) } },
      };
      const description = describe(codes);
      return {
        $ref: `#/components/responses/${name}`,
        // Beside a reference, OpenAPI 3.1 takes a description in place of that of its target.
        ...(description !== common && { description }),
      };
    },
    all: () => responses,
  };
};

/** `Conflict`; `ConflictRecorded` when it is answered again to the same key. */
const nameOf = (status: number, headers: readonly PublishedHeader[]): string =>
  [
    (reasonPhrase(status) ?? String(status)).replace(/[^A-Za-z]/g, ""),
    ...(headers.includes("Idempotent-Replayed") ? ["Recorded"] : []),
    ...(headers.includes("Accept-Patch") ? ["Patch"] : []),
    ...(headers.includes("Ordo-Served-By") ? ["Read"] : []),
    ...(headers.includes("Deprecation") ? ["Deprecated"] : []),
  ].join("");

const describe = (codes: readonly string[]): string =>
  [...protocolCodes.filter((code) => codes.includes(code)), ...codes.filter(isOfUseCases)]
    .map((code) => `\`${code}\`: ${problemByCode(code).title}.`)
    .join("\n\n");

const protocolCodes: readonly string[] = Object.keys(httpProblems);
const isOfUseCases = (code: string): boolean => !protocolCodes.includes(code);

/** What of a status is the same everywhere: the problems of the protocol. The others depend on the operation. */
const commonDescription = (status: number): string =>
  statusesOfUseCases.includes(status)
    ? "`code` says what stands in the way."
    : describe(protocolCodes.filter((code) => problemByCode(code).status === status));

const statusesOfUseCases = [404, 409, 422];

/** Answered before it is known whose quota the request would count against. */
const uncounted = [406, 408, 414, 431];

import type { Problem } from "./problem.ts";

/** Which request a problem answers. */
export interface Occurrence {
  readonly requestId: string;
  /** The path that was asked for. */
  readonly instance: string;
}

export const PROBLEM_JSON = "application/problem+json";

/** The body of an error answer; the same problem and occurrence give the same bytes. */
export const renderProblem = (problem: Problem, occurrence: Occurrence): string =>
  JSON.stringify({
    type: problemTypeUri(problem.code),
    title: problem.title,
    status: problem.status,
    detail: problem.detail,
    instance: occurrence.instance,
    code: problem.code,
    requestId: occurrence.requestId,
    ...(problem.errors && { errors: problem.errors }),
    ...problem.extensions,
  });

/** A problem type is an identifier, not a page, so it is a URN and needs no host. */
const problemTypeUri = (code: string): string => `urn:ordo:problem:${code}`;

import { describeRejection, type OrderRejection } from "@ordo/domain";
import { inBody, type RefusalProblem } from "./refusal-problem.ts";

/** A refusal of the domain, told in the domain's own sentence; a `path` it carries points into the body. */
export const told = <R extends OrderRejection>(
  status: 409 | 422,
  code: string,
  title: string,
): RefusalProblem<R> => ({
  status,
  code,
  title,
  detail: (refusal) => describeRejection(refusal),
  errors: (refusal) => ("path" in refusal ? inBody(refusal.path, describeRejection(refusal)) : []),
  extensions: (refusal) => factsOf(refusal),
});

/** What the refusal knows, for programs. */
const factsOf = (refusal: OrderRejection): Readonly<Record<string, unknown>> => {
  const facts = new Map<string, unknown>(Object.entries(refusal));
  // `type`, `status` and `path` have other names in a problem.
  for (const key of ["type", "status", "path"]) facts.delete(key);
  return Object.fromEntries(facts);
};

import type { z } from "zod";
import type { InputFault } from "../problem-details/input-fault.ts";
import { jsonPointer } from "../problem-details/json-pointer.ts";

type Issue = z.core.$ZodIssue;

/** Everything the schema found, as faults of the request. */
export const inputFaults = (error: z.ZodError): readonly InputFault[] =>
  error.issues
    .flatMap((issue) => flatten(issue, []))
    .map(({ path, detail }) => {
      const [part, ...inside] = path;
      return { detail, pointer: jsonPointer(inside), in: partNames[String(part)] ?? "body" };
    });

// The words of OpenAPI for where a parameter stands.
const partNames: Readonly<Record<string, InputFault["in"]>> = {
  params: "path",
  query: "query",
  headers: "header",
  body: "body",
};

interface Located {
  readonly path: readonly PropertyKey[];
  readonly detail: string;
}

const flatten = (issue: Issue, at: readonly PropertyKey[]): readonly Located[] => {
  const path = [...at, ...issue.path];
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...path, key],
      detail: "Remove this: there is no such field.",
    }));
  if (issue.code === "invalid_key")
    return [{ path, detail: issue.issues[0]?.message ?? issue.message }];
  if (issue.code === "invalid_union") {
    const meant = closest(issue.errors);
    if (meant !== undefined) return meant.flatMap((inner) => flatten(inner, path));
  }
  return [{ path, detail: issue.message }];
};

/** The variant that the input is closest to: fewest unknown fields, then fewest faults. */
const closest = (variants: readonly (readonly Issue[])[]): readonly Issue[] | undefined =>
  variants.toSorted((a, b) => unknownFields(a) - unknownFields(b) || a.length - b.length)[0];

const unknownFields = (issues: readonly Issue[]): number =>
  issues.reduce(
    (count, issue) => count + (issue.code === "unrecognized_keys" ? issue.keys.length : 0),
    0,
  );

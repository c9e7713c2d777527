import { httpProblems } from "../../problem-details/http-problems.ts";
import { refusalProblems } from "../../problem-details/refusal-problems.ts";

interface CatalogEntry {
  readonly status: number;
  readonly title: string;
}

/** Every problem the API can answer with, by code. */
const catalog: ReadonlyMap<string, CatalogEntry> = new Map([
  ...Object.entries(httpProblems),
  ...Object.values(refusalProblems).map(
    ({ code, status, title }) => [code, { status, title }] as const,
  ),
  // One code for whatever it was that was named.
  ["not-found", { status: 404, title: "There is no such thing" }],
]);

export const problemCodes: readonly string[] = [...catalog.keys()].toSorted();

/** @throws when an operation declares a code that nothing answers with */
export const problemByCode = (code: string): CatalogEntry => {
  const entry = catalog.get(code);
  if (entry === undefined) throw new Error(`There is no problem with the code ${code}`);
  return entry;
};

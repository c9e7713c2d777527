import { fileURLToPath } from "node:url";
import { makeMetrics } from "../metrics/metrics.ts";
import { environmentExample, withEnvironmentTable } from "./environment-pages.ts";
import { metricsPage } from "./metrics-page.ts";

interface Reference {
  readonly path: string;
  /** The whole file, given what it is now. */
  readonly make: (before: string) => Promise<string>;
}

const inRepository = (path: string): string =>
  fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** Every file, or part of one, that is made from the source. */
export const references: readonly Reference[] = [
  {
    path: inRepository("docs/operations/metrics.md"),
    make: () => metricsPage(makeMetrics({ version: "0.0.0", revision: "" })),
  },
  { path: inRepository(".env.example"), make: async () => environmentExample() },
  { path: inRepository("README.md"), make: async (before) => withEnvironmentTable(before) },
];

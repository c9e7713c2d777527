import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Workspace packages resolve to their sources, so that tests need no build and cover what they run. */
const resolve = { conditions: ["@ordo/source", "module", "node", "development|production"] };
const source = {
  resolve,
  ssr: { resolve },
  // Global setup runs in an environment of Vitest's own, which does not inherit the above.
  environments: { __vitest__: { resolve } },
};

const costly = "**/*.{int,e2e}.spec.ts";
const elsewhere = ["**/node_modules/**", "**/dist/**"];

export default defineConfig({
  ...source,
  test: {
    // Vitest leaves one processor to itself; of two, it would leave one idle half of the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        ...source,
        test: {
          name: "unit",
          include: ["{packages,tests,examples}/**/*.spec.ts"],
          exclude: [...elsewhere, costly],
          testTimeout: 20_000,
        },
      },
      {
        ...source,
        test: {
          name: "integration",
          include: ["{packages,tests}/" + costly],
          exclude: elsewhere,
          globalSetup: ["tests/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      exclude: ["**/*.spec.ts", "**/*.spec-d.ts", "packages/application/src/testing/**"],
      reporter: ["text-summary", "html", "lcovonly"],
      thresholds: {
        lines: 85,
        "packages/{domain,application}/src/**": { lines: 95 },
      },
    },
  },
});

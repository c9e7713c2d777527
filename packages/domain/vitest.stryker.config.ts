import { defineConfig } from "vitest/config";

// The specs beside the code; the exploration and the checks outside the sources are too slow for every mutant.
export default defineConfig({
  resolve: { conditions: ["@ordo/source", "module", "node"] },
  test: {
    include: ["packages/domain/src/**/*.spec.ts"],
    exclude: ["**/node_modules/**", "**/testing/**", "**/any-history.spec.ts"],
    testTimeout: 60_000,
    isolate: false,
  },
});

import { bootstrap, withPnpm } from "./bootstrap.mjs";
import { exitWith, Failure, runQuietly, seconds, show } from "./run.mjs";

/** Extra arguments go to Vitest: `npm test -- packages/domain`. */
const vitestArguments = process.argv.slice(2);

try {
  await bootstrap();
  await step("lint", () => show("oxlint", ["--type-aware", "--deny-warnings"]));
  await step("format", () => show("oxfmt", ["--check"]));
  await step("types", async () => {
    const commandLine = "turbo run typecheck typecheck:root --output-logs=errors-only";
    await runQuietly("checking types", ...withPnpm(commandLine));
    return 0;
  });
  await step("tests", () => show("vitest", ["run", "--coverage", ...vitestArguments]));
} catch (error) {
  exitWith(error);
}

async function step(name, run) {
  const started = performance.now();
  console.log(`── ${name}`);
  const code = await run();
  if (code !== 0) throw new Failure(`── ${name} failed after ${seconds(started)}`);
  console.log(`── ${name} passed in ${seconds(started)}`);
}

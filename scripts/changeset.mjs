import { bootstrap, withPnpm } from "./bootstrap.mjs";
import { exitWith, show } from "./run.mjs";

/** Runs Changesets, which calls pnpm: the pinned one. `node scripts/changeset.mjs [version | publish | …]` */
try {
  await bootstrap();
  process.exitCode = await show(...withPnpm(["changeset", ...process.argv.slice(2)].join(" ")));
} catch (error) {
  exitWith(error);
}

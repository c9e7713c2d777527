import { domain, explore, worlds } from "@ordo/domain/testing";

const [only] = process.argv.slice(2);
let failed = false;
for (const world of worlds.filter(({ name }) => only === undefined || name === only)) {
  const started = performance.now();
  let shown = 0;
  const { states, pairs, accepted, deadEnds, deadEnd, violations } = explore(domain, world, {
    onProgress: (found, waiting) => {
      if (performance.now() - shown < 5000) return;
      shown = performance.now();
      console.log(`  ${world.name}: ${found} states, ${waiting} waiting`);
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${world.name}: bounds ${JSON.stringify(world.bounds)}`);
  console.log(
    `  ${states} states, ${pairs} state × command pairs (${accepted} accepted), dead ends: ${deadEnds}, violations: ${violations.length}, ${seconds} s`,
  );
  for (const { broken, command, journal } of violations.slice(0, 5))
    console.log(
      `  broken: ${broken}\n    told ${JSON.stringify(command)}\n    after ${journal.map(({ type }) => type).join(" → ")}`,
    );
  if (deadEnd) console.log(`  dead end: ${JSON.stringify(deadEnd)}`);
  failed ||= violations.length > 0 || deadEnds > 0;
}
process.exitCode = failed ? 1 : 0;

import { describe, expect, it } from "vitest";
import { explore } from "./explore.ts";
import { mutations } from "./mutations.ts";
import { domain } from "./subject.ts";
import { mutationWorlds, smallWorlds } from "./worlds.ts";

/** Walked breadth first, every fault shows within 800 states of one world and 2,100 of each that shows it. */
const firstWithinStates = 3_000;

describe("the exploration", { timeout: 120_000 }, () => {
  it.each(smallWorlds)("finds nothing wrong with the domain in the world of $name", (world) => {
    const { violations, deadEnds, states } = explore(domain, world);
    expect(violations).toEqual([]);
    expect(deadEnds).toBe(0);
    expect(states).toBeGreaterThan(100);
  });

  it.each(mutationWorlds)(
    "finds no fault in the domain itself where it looks for one, in the world of $name",
    (world) => {
      expect(explore(domain, world, { firstWithinStates }).violations).toEqual([]);
    },
  );

  it.each(mutations)("finds a seeded fault: $fault", ({ mutant }) => {
    const found = mutationWorlds.some(
      (world) => explore(mutant, world, { firstWithinStates }).violations.length > 0,
    );
    expect(found).toBe(true);
  });
});

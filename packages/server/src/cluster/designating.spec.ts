import { expect, test } from "vitest";
import { designating } from "./designating.ts";

test("one worker has the duty; when it dies, the next has it", () => {
  const exits: (() => void)[] = [];
  const designated: boolean[] = [];
  const fork = designating((given) => {
    designated.push(given);
    const id = designated.length - 1;
    return {
      id,
      onExit: (listener) => (exits[id] = () => listener(null)),
      stop: () => undefined,
      kill: () => undefined,
    };
  });
  const die = (id: number) => exits[id]?.();
  fork();
  fork();
  expect(designated).toEqual([true, false]);
  die(1);
  fork();
  expect(designated).toEqual([true, false, false]);
  die(0);
  fork();
  fork();
  expect(designated).toEqual([true, false, false, true, false]);
});

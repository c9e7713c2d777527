import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects what is young, as V8 does many times a second, or everything; and lets finalizers run. */
export const collectGarbage = async (type: "minor" | "major"): Promise<void> => {
  setFlagsFromString("--expose-gc");
  runInNewContext(`gc({ type: "${type}" })`);
  await nextTurn();
  await nextTurn();
};

import { Script, createContext } from "node:vm";

/**
 * What `call` gives; throws when it is killed for not having returned after ten seconds. That is no measurement: what is
 * linear takes milliseconds and what is exponential takes years, so neither a slow nor a fast machine changes the outcome.
 */
export const withinKillLimit = <T>(call: () => T): T => {
  const box: { call: () => void; result?: T } = {
    call: () => {
      box.result = call();
    },
  };
  new Script("call()").runInContext(createContext(box), { timeout: 10_000 });
  if (!("result" in box)) throw new Error("It returned nothing");
  return box.result;
};

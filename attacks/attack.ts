import { attackBulk } from "./bulk.ts";
import { attackCrash } from "./crash.ts";
import { attackOverload } from "./overload.ts";
import { attackReplica } from "./replica.ts";
import { attackRestarts } from "./restarts.ts";

/** Tries to break a guarantee of the running server, on this machine alone: `npm run attack <name>`. */
const attacks: Readonly<Record<string, () => Promise<boolean>>> = {
  bulk: attackBulk,
  crash: attackCrash,
  overload: attackOverload,
  replica: attackReplica,
  restarts: attackRestarts,
};

const [name = ""] = process.argv.slice(2);
const attack = attacks[name];
if (attack === undefined) {
  console.error(`Usage: npm run attack <${Object.keys(attacks).join(" | ")}>`);
  process.exitCode = 2;
} else {
  const held = await attack();
  console.log(held ? `\n${name}: the guarantee held` : `\n${name}: THE GUARANTEE IS BROKEN`);
  process.exitCode = held ? 0 : 1;
}

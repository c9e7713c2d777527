import { bootstrap } from "./bootstrap.mjs";
import { exitWith } from "./run.mjs";

/** Installs and builds, for what needs both but is neither `npm start` nor `npm test`. */
await bootstrap().catch(exitWith);

export { explore } from "./exploration/explore.ts";
export { domain } from "./exploration/subject.ts";
export { worlds } from "./exploration/worlds.ts";

import type { ConfigFault } from "./config.ts";

/** The faults as an operator reads them. */
export const listFaults = (faults: readonly ConfigFault[]): string =>
  [
    "Ordo cannot start with this environment:",
    ...faults.map(({ variable, message, meaning }) => `  ${variable} ${message}\n    (${meaning})`),
  ].join("\n");

// For specs of other packages in this repository; it is not published.
export type { Contract } from "./fuzz/contract.ts";
export { fuzz, type FuzzResult, type Violation } from "./fuzz/fuzz.ts";
export { aToken, everyScope, secret, tenant } from "./tokens.ts";

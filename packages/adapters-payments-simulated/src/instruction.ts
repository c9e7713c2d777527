/** What can be asked of a provider, in the words of a reference. */
export type Operation = "authorize" | "capture" | "void" | "refund";

/** What the reference tells the provider to do with an operation. */
export type Instruction = "succeed" | "decline" | "timeout" | "outage" | "late";

/** See the README for the words. */
export const instructionFor = (reference: string | null, operation: Operation): Instruction => {
  if (reference === "outage" || reference === "late") return reference;
  const suffix = operation === "authorize" ? "" : `-${operation}`;
  if (reference === `decline${suffix}`) return "decline";
  if (reference === `timeout${suffix}`) return "timeout";
  return "succeed";
};

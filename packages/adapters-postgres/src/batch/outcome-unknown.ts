/** Why a write was given up that had been sent before, or is the second part of one that was done. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}

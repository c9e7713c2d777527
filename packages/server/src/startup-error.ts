/** A reason not to start, or not to go on, that the operator can mend; its message says how. */
export class StartupError extends Error {
  override readonly name = "StartupError";
}

/** Why a write was turned away before anything of it ran; the same request may succeed later. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
}

/** The body of a request cannot be read as JSON. The message is fit for its sender. */
export class MalformedJson extends Error {
  override readonly name = "MalformedJson";
}

import type { FastifyRequest } from "fastify";

/** The one of the media types that the sender likes best, false if it accepts none of them. */
export const preferredOf = (
  request: FastifyRequest,
  mediaTypes: readonly string[],
): string | false => {
  const [first = false] = mediaTypes;
  // Of most there is one to choose from, and most do not choose (RFC 9110 § 12.5.1).
  if (request.headers.accept === undefined) return first;
  const preferred = request.accepts().type([...mediaTypes]);
  return Array.isArray(preferred) ? (preferred[0] ?? false) : preferred;
};

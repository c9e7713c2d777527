import type { Readable } from "node:stream";
import { RequestTooSlow } from "../../../plugins/slow-requests.ts";

/**
 * The pieces of a body as they come, for as long as they keep coming. Only waiting for the sender counts, not the
 * time that the reader takes for what it has.
 *
 * @throws RequestTooSlow when nothing comes for so long
 */
export async function* untilIdle(stream: Readable, idleMs: number): AsyncGenerator<unknown> {
  // To destroy the stream would close the connection before anything was answered.
  const pieces = stream.iterator({ destroyOnReturn: false });
  for (;;) {
    const idle = Promise.withResolvers<never>();
    const timer = setTimeout(() => idle.reject(new RequestTooSlow()), idleMs);
    const piece = await Promise.race([pieces.next(), idle.promise]).finally(() =>
      clearTimeout(timer),
    );
    if (piece.done === true) return;
    yield piece.value;
  }
}

import { Readable } from "node:stream";

/** Bytes that are at hand in several buffers, one after another; they are not put together, which would double them. */
export class BufferSequence extends Readable {
  readonly #buffers: readonly Buffer[];

  constructor(buffers: readonly Buffer[]) {
    super();
    this.#buffers = buffers;
  }

  /** All its bytes. */
  get length(): number {
    return this.#buffers.reduce((sum, { length }) => sum + length, 0);
  }

  override _read(): void {
    for (const buffer of this.#buffers) this.push(buffer);
    this.push(null);
  }
}

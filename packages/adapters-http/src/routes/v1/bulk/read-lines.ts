/** A line, or that it is longer than what is read at once; 1 for the first. */
export type Line =
  | { readonly line: number; readonly bytes: Buffer }
  | { readonly line: number; readonly isTooLong: true };

const LF = 0x0a;

/** Splits into lines as they arrive; empty ones are counted and left out. Never holds more than one line and one chunk. */
export async function* readLines(
  stream: AsyncIterable<unknown>,
  maxBytes: number,
): AsyncGenerator<Line> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  };
  const end = (): Line | undefined => {
    const bytes = Buffer.concat(parts);
    const line: Line =
      length > maxBytes ? { line: number, isTooLong: true } : { line: number, bytes };
    const isEmpty = length <= maxBytes && bytes.toString().trim() === "";
    number += 1;
    parts = [];
    length = 0;
    return isEmpty ? undefined : line;
  };

  for await (const chunk of stream) {
    let rest = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    for (let at = rest.indexOf(LF); at >= 0; at = rest.indexOf(LF)) {
      take(rest.subarray(0, at));
      rest = rest.subarray(at + 1);
      const line = end();
      if (line) yield line;
    }
    take(rest);
  }
  const last = end();
  if (last) yield last;
}

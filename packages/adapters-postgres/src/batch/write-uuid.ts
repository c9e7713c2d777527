/**
 * Writes a UUID (RFC 9562 § 4) as its 16 bytes. By hand, because an order has a dozen of them, and text without its
 * dashes would be made for each.
 *
 * @returns whether it was one
 */
export const writeUuid = (buffer: Buffer, uuid: string, offset: number): boolean => {
  const end = offset + 16;
  let at = offset;
  let high: number | undefined;
  for (let index = 0; index < uuid.length; index += 1) {
    const code = uuid.charCodeAt(index);
    if (code === dash) continue;
    const digit = digits[code];
    if (digit === undefined || digit === none || at === end) return false;
    if (high === undefined) high = digit << 4;
    else {
      buffer[at] = high | digit;
      at += 1;
      high = undefined;
    }
  }
  return at === end;
};

const dash = "-".charCodeAt(0);
const none = 0xff;

/** By character code. */
const digits = new Uint8Array(128).fill(none);
for (let value = 0; value < 16; value += 1) {
  const digit = value.toString(16);
  digits[digit.charCodeAt(0)] = value;
  digits[digit.toUpperCase().charCodeAt(0)] = value;
}

import { writeUuid } from "./write-uuid.ts";

/**
 * Arrays as PostgreSQL's binary protocol takes them: nothing is quoted here and nothing parsed there, which
 * text arrays of JSON would need for each quote and backslash.
 */
export const binaryArray = <T extends ColumnType>(
  type: T,
  values: readonly (ColumnValues[T] | null)[],
): Buffer => {
  const codec: Codec<ColumnValues[T]> = codecs[type];
  const sizes = values.map((value) => (value === null ? nullSize : codec.size(value)));
  let length = headerBytes;
  for (const size of sizes) length += 4 + Math.max(size, 0);
  const buffer = Buffer.allocUnsafe(length);
  writeHeader(buffer, codec.oid, values.length, sizes.includes(nullSize));
  let offset = headerBytes;
  let index = 0;
  for (const value of values) {
    const size = sizes[index++] ?? nullSize;
    offset = buffer.writeInt32BE(size, offset);
    if (value === null) continue;
    codec.write(buffer, value, offset, size);
    offset += size;
  }
  return buffer;
};

/** What a column of a {@link binaryArray} may be, and how its values look here. */
export interface ColumnValues {
  readonly text: string;
  readonly json: string;
  readonly boolean: boolean;
  readonly integer: number;
  readonly bigint: number;
  /** Milliseconds since 1970. */
  readonly timestamptz: number;
  readonly uuid: string;
  readonly bytea: Buffer;
}

export type ColumnType = keyof ColumnValues;

interface Codec<V> {
  /** Of the element type, as in `pg_type`. */
  readonly oid: number;
  readonly size: (value: V) => number;
  readonly write: (buffer: Buffer, value: V, offset: number, size: number) => void;
}

/** A value that its column cannot hold: the fault of one row, not of the statement. */
export class UnencodableValue extends Error {
  override readonly name = "UnencodableValue";
}

const headerBytes = 20;

/** How the protocol writes the size of NULL. */
const nullSize = -1;

const writeHeader = (buffer: Buffer, oid: number, count: number, hasNull: boolean): void => {
  buffer.writeInt32BE(1, 0); // dimensions
  buffer.writeInt32BE(hasNull ? 1 : 0, 4);
  buffer.writeInt32BE(oid, 8);
  buffer.writeInt32BE(count, 12);
  buffer.writeInt32BE(1, 16); // lower bound
};

const text = (oid: number): Codec<string> => ({
  oid,
  size: (value) => Buffer.byteLength(value),
  write: (buffer, value, offset) => void buffer.write(value, offset),
});

const writeInt64 = (buffer: Buffer, value: number, offset: number): void => {
  if (!Number.isSafeInteger(value))
    throw new UnencodableValue(`${String(value)} is no safe integer`);
  buffer.writeInt32BE(Math.floor(value / 2 ** 32), offset);
  buffer.writeUInt32BE(value >>> 0, offset + 4);
};

/** 2000-01-01, from which PostgreSQL counts microseconds. */
const postgresEpoch = Date.UTC(2000, 0, 1);

const codecs: { readonly [T in ColumnType]: Codec<ColumnValues[T]> } = {
  text: text(25),
  json: text(114),
  boolean: {
    oid: 16,
    size: () => 1,
    write: (buffer, value, offset) => void buffer.writeUInt8(value ? 1 : 0, offset),
  },
  integer: {
    oid: 23,
    size: () => 4,
    write: (buffer, value, offset) => {
      if (value !== (value | 0))
        throw new UnencodableValue(`${String(value)} is no 32-bit integer`);
      buffer.writeInt32BE(value, offset);
    },
  },
  bigint: {
    oid: 20,
    size: () => 8,
    write: (buffer, value, offset) => writeInt64(buffer, value, offset),
  },
  timestamptz: {
    oid: 1184,
    size: () => 8,
    write: (buffer, value, offset) => writeInt64(buffer, (value - postgresEpoch) * 1_000, offset),
  },
  uuid: {
    oid: 2950,
    size: () => 16,
    write: (buffer, value, offset) => {
      if (!writeUuid(buffer, value, offset)) throw new UnencodableValue(`${value} is no UUID`);
    },
  },
  bytea: {
    oid: 17,
    size: (value) => value.length,
    write: (buffer, value, offset) => void value.copy(buffer, offset),
  },
};

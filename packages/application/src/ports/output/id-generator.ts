export interface IdGenerator {
  /** A fresh UUIDv7 (RFC 9562 § 5.7): unique, and ascending over time within a process. */
  next(): string;
}

import type { Brand } from "./brand.ts";

/** A moment in milliseconds since the Unix epoch, UTC. It arrives in a command; the domain reads no clock. */
export type Timestamp = Brand<number, "Timestamp">;
export const Timestamp = (milliseconds: number): Timestamp => milliseconds as Timestamp;

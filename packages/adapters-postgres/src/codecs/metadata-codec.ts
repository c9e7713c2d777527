import type { Metadata } from "@ordo/domain";

export const encodeMetadata = (metadata: Metadata): string => JSON.stringify(metadata);

/** Reads a `metadata` column. Trusted: only {@link encodeMetadata} writes one. */
export const decodeMetadata = (metadata: unknown): Metadata => metadata as Metadata;

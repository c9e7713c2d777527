/** Free key–value pairs that Ordo stores and never reads; see {@link limits} for their bounds. */
export type Metadata = Readonly<Record<string, string>>;

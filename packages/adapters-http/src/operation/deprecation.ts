import { serializeItem } from "structured-headers";

/** An operation that is on its way out. */
export interface Deprecation {
  /** Since when new clients had better not use it. */
  readonly since: Date;
  /** From when on it may be gone. */
  readonly sunset: Date;
  /** The page that tells what to use instead. */
  readonly documentation: string;
}

/** The fields of RFC 9745 and RFC 8594, and the link that goes with them. */
export const deprecationFields = ({ since, sunset, documentation }: Deprecation) => ({
  deprecation: serializeItem(since),
  sunset: sunset.toUTCString(),
  link: `<${documentation}>; rel="deprecation"; type="text/html"`,
});

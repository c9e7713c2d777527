import type { Path } from "../../shared/path.ts";

export const anyOf = (values: readonly string[]): string => values.join(" or ");

/** Where in the command the fault lies. */
export const at = (path: Path): string => (path.length === 0 ? "The order" : path.join("."));

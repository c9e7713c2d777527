import type { Scope } from "../plugins/authentication/access.ts";
import type { Stage } from "./stage.ts";

/** A request that works. */
export interface WorkingRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly body?: object;
  readonly mediaType?: string;
}

export interface Expected {
  /** Written out, not read from the operation: what it says of itself is what is tested. */
  readonly scope: Scope;
  readonly cacheControl: "no-store" | "private, no-cache";
  /** Brings the stage to where the request works; `owner` is put into the orders it makes. */
  readonly request: (stage: Stage, owner?: object) => Promise<WorkingRequest>;
}

type Row = Expected["request"];
/** Operations of one scope. */
export const rows = (
  scope: Scope,
  requests: Readonly<Record<string, Row>>,
  cacheControl: Expected["cacheControl"] = "no-store",
): Readonly<Record<string, Expected>> =>
  Object.fromEntries(
    Object.entries(requests).map(([name, request]) => [name, { scope, cacheControl, request }]),
  );

import type { InputFault } from "./input-fault.ts";

/** An error answer before it is bound to a request (RFC 9457 § 3). */
export interface Problem {
  readonly status: number;
  /** Names the kind of problem for programs; never changes once published. */
  readonly code: string;
  /** Names the kind of problem for people; the same for every occurrence. */
  readonly title: string;
  /** What happened here and what to do next. */
  readonly detail: string;
  readonly errors?: readonly InputFault[];
  /** Members beyond the standard ones, such as `currentVersion`. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

import type { ClaimFault, Rejection } from "@ordo/application";
import type { Path } from "@ordo/domain";
import type { InputFault } from "./input-fault.ts";
import { jsonPointer } from "./json-pointer.ts";

/** Everything a use case can refuse with. */
export type Refusal = Rejection | ClaimFault;
export type RefusalByType = { readonly [R in Refusal as R["type"]]: R };

/** How one kind of refusal is told to people and programs. */
export interface RefusalProblem<R> {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: (refusal: R) => string;
  readonly errors?: (refusal: R) => readonly InputFault[];
  readonly extensions?: (refusal: R) => Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

// Mapped over the union, so that a refusal without an entry does not compile.
export type RefusalProblems = {
  readonly [T in keyof RefusalByType]: RefusalProblem<RefusalByType[T]>;
};

export const inBody = (path: Path, detail: string): readonly InputFault[] => [
  { detail, pointer: jsonPointer(path), in: "body" },
];

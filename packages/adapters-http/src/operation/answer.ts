import type { ClaimFault, Outcome, Rejection } from "@ordo/application";
import { err, ok, type Result } from "neverthrow";
import type { Readable } from "node:stream";
import type { Scope } from "../plugins/authentication/access.ts";
import type { ContradictionCode } from "../problem-details/contradictions.ts";
import type { InputFault } from "../problem-details/input-fault.ts";
import type { BufferSequence } from "./buffer-sequence.ts";

/** A success before it is written to the wire. */
export interface Answer {
  /** Absent when there is nothing to say beyond the status. */
  readonly body?: object;
  /** In place of a body: one that is written as JSON already. */
  readonly json?: Buffer | BufferSequence;
  /** In place of a body: one that is written piece by piece. */
  readonly stream?: { readonly mediaType: string; readonly body: Readable };
  /** Becomes the entity tag. */
  readonly version?: number;
  /** The entity tag of what has no version. */
  readonly etag?: string;
  readonly location?: string;
  /** Link relations and their targets (RFC 8288). */
  readonly links?: Readonly<Record<string, string>>;
  /** True for what a dry run would have come to: answered with 200. */
  readonly preview?: boolean;
}

/** What the query adds to the answer needs another scope than the route. */
export interface ScopeMissing {
  readonly type: "ScopeMissing";
  readonly scope: Scope;
}

/** Each of two fields would do, but not both: what JSON Schema could say only by breaking older contracts. */
export interface Contradiction {
  readonly type: "Contradiction";
  readonly code: ContradictionCode;
}

/** What a handler came to. */
export interface Handled {
  readonly result: Result<
    Answer,
    Rejection | ClaimFault | InputFault | ScopeMissing | Contradiction
  >;
  readonly replayed: boolean;
  /** Did the replica answer? */
  readonly fromReplica?: boolean;
}

/** The outcome of a write, as an answer. */
export const answerWrite = <T>(outcome: Outcome<T>, answer: (value: T) => Answer): Handled => ({
  result: outcome.result.map(answer),
  replayed: outcome.replayed,
});

/** The result of a read, as an answer. */
export const answerRead = <T>(
  result: Result<T, Rejection>,
  answer: (value: T) => Answer,
): Handled => ({
  result: result.map(answer),
  replayed: false,
});

export const answerFault = (fault: InputFault): Handled => ({
  result: err(fault),
  replayed: false,
});

export const answerWith = (answer: Answer): Handled => ({ result: ok(answer), replayed: false });

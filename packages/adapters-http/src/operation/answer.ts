import type { ClaimFault, Outcome, Rejection } from "@ordo/application";
import { err, ok, type Result } from "neverthrow";
import type { InputFault } from "../problem-details/input-fault.ts";

/** A success before it is written to the wire. */
export interface Answer {
  readonly body: object;
  /** Becomes the entity tag. */
  readonly version?: number;
  readonly location?: string;
  /** Link relations and their targets (RFC 8288). */
  readonly links?: Readonly<Record<string, string>>;
}

/** What a handler came to. */
export interface Handled {
  readonly result: Result<Answer, Rejection | ClaimFault | InputFault>;
  readonly replayed: boolean;
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

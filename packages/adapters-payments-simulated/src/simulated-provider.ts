import type { PaymentProvider, ProviderAnswer, ProviderRequest } from "@ordo/application";
import { instructionFor, type Operation } from "./instruction.ts";

export interface SimulatedOptions {
  /** Waits as long as `late` takes. */
  readonly wait: () => Promise<void>;
}

// Keys whose answers are kept; the one that came longest ago gives way.
const MAX_KEYS = 10_000;

/** A provider that moves no money and does as the payment's reference says (see the README). */
export const makeSimulatedProvider = ({ wait }: SimulatedOptions): PaymentProvider => {
  /** What became of each key: also while it is under way, so that two at once are one. */
  const known = new Map<string, Promise<ProviderAnswer>>();

  const ask =
    (operation: Operation) =>
    (request: ProviderRequest): Promise<ProviderAnswer> => {
      const before = known.get(request.key);
      if (before) return before;
      const instruction = instructionFor(request.reference, operation);
      if (instruction === "outage") return Promise.resolve(noAnswer);
      const done =
        instruction === "late"
          ? wait().then(() => succeeded)
          : Promise.resolve(instruction === "decline" ? declined(operation) : succeeded);
      remember(known, request.key, done);
      // It was done, and only its answer got lost.
      return instruction === "timeout" ? Promise.resolve(noAnswer) : done;
    };

  return {
    authorize: ask("authorize"),
    capture: ask("capture"),
    void: ask("void"),
    refund: ask("refund"),
  };
};

const remember = <V>(known: Map<string, V>, key: string, value: V): void => {
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > MAX_KEYS && oldest !== undefined) known.delete(oldest);
};

const succeeded: ProviderAnswer = { outcome: "succeeded", reference: null };
const noAnswer: ProviderAnswer = { outcome: "unknown", reason: "no answer in time" };
const declined = (operation: Operation): ProviderAnswer => ({
  outcome: "failed",
  reason: `${operation} declined`,
});

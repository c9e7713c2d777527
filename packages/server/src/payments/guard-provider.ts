import type { PaymentProvider, ProviderAnswer, ProviderRequest } from "@ordo/application";
import { isBrokenCircuitError, isBulkheadRejectedError, isTaskCancelledError } from "cockatiel";
import type { CallOutcome, GuardLimits, GuardObserver } from "./guard-limits.ts";
import { guardPolicy } from "./guard-policy.ts";

/**
 * A provider behind a bulkhead, a circuit breaker and a timeout. What they hold back or give up is
 * answered `unknown`, also when nothing was sent: the same key may have been sent before (by a request
 * that broke off, by another process), and `failed` would then bury a charge (docs/decisions/0015).
 * Reconciling asks again under the same key.
 */
export const guardProvider = (
  name: string,
  provider: PaymentProvider,
  limits: GuardLimits,
  observer: GuardObserver,
): PaymentProvider => {
  const policy = guardPolicy(limits, (state) => observer.breaker(name, state));

  const guarded =
    (operation: keyof PaymentProvider) =>
    async (request: ProviderRequest): Promise<ProviderAnswer> => {
      const start = performance.now();
      const { outcome, answer } = await policy
        .execute(() => provider[operation](request))
        .then(
          (given) => ({ outcome: given.outcome, answer: given }),
          (error: unknown) => notAnswered(outcomeOf(error)),
        );
      observer.called(name, operation, { outcome, seconds: (performance.now() - start) / 1_000 });
      return answer;
    };

  return {
    authorize: guarded("authorize"),
    capture: guarded("capture"),
    void: guarded("void"),
    refund: guarded("refund"),
  };
};

type Unanswered = Exclude<CallOutcome, ProviderAnswer["outcome"]>;

const outcomeOf = (error: unknown): Unanswered => {
  if (isBrokenCircuitError(error)) return "open";
  if (isBulkheadRejectedError(error)) return "full";
  return isTaskCancelledError(error) ? "timeout" : "threw";
};

const reasons: Readonly<Record<Unanswered, string>> = {
  timeout: "no answer in time",
  threw: "the provider's adapter failed",
  open: "not sent: the provider has not been answering",
  full: "not sent: too many requests to the provider are under way",
};

const notAnswered = (
  outcome: Unanswered,
): { readonly outcome: CallOutcome; readonly answer: ProviderAnswer } => ({
  outcome,
  answer: { outcome: "unknown", reason: reasons[outcome] },
});

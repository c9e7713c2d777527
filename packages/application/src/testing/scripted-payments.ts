import type {
  PaymentGateway,
  PaymentProvider,
  ProviderAnswer,
  ProviderRequest,
} from "../ports/output/payment-gateway.ts";
import { gatewayOf } from "../use-cases/payments/gateway-of.ts";

export type Method = keyof PaymentProvider;

/** A gateway whose provider `scripted` answers as the test says, and remembers what it was asked. */
export interface ScriptedPayments {
  readonly gateway: PaymentGateway;
  readonly asked: { readonly method: Method; readonly request: ProviderRequest }[];
  /** The next calls answer so, one each; a call beyond them succeeds. */
  answer(...answers: readonly (ProviderAnswer | (() => Promise<ProviderAnswer>))[]): void;
}

export const succeeded: ProviderAnswer = { outcome: "succeeded", reference: null };
export const declined: ProviderAnswer = { outcome: "failed", reason: "declined" };
export const noAnswer: ProviderAnswer = { outcome: "unknown", reason: "no answer in time" };

export const scriptedPayments = (): ScriptedPayments => {
  const asked: ScriptedPayments["asked"] = [];
  const script: (ProviderAnswer | (() => Promise<ProviderAnswer>))[] = [];
  const ask = (method: Method) => async (request: ProviderRequest) => {
    asked.push({ method, request });
    const next = script.shift() ?? succeeded;
    return typeof next === "function" ? next() : next;
  };
  const provider: PaymentProvider = {
    authorize: ask("authorize"),
    capture: ask("capture"),
    void: ask("void"),
    refund: ask("refund"),
  };
  return {
    gateway: gatewayOf({ scripted: provider }),
    asked,
    answer: (...answers) => void script.push(...answers),
  };
};

import { randomUUID } from "node:crypto";

export interface Acknowledged {
  readonly key: string;
  readonly orderId: string;
}

/** What shoppers who never give up came to know. */
export interface Ledger {
  /** Each key with the order that its 201 named. */
  readonly acknowledged: readonly Acknowledged[];
  /** Requests that ended without an answer, or with 5xx: it is unknown what became of them. */
  readonly ambiguous: number;
  /** Answers that nothing explains: another status, or another order under the same key. */
  readonly wrong: readonly string[];
}

const pauseMs = 50;

/**
 * Shoppers who place one order after the other, each under a key of its own, and ask again under that key
 * until they are told which order it is.
 */
export const startShoppers = (port: number, token: string, clients: number) => {
  const acknowledged: Acknowledged[] = [];
  const wrong: string[] = [];
  let ambiguous = 0;
  let stopping = false;

  const ask = async (key: string): Promise<void> => {
    for (;;) {
      const answer = await place(port, token, key);
      if (answer === "unknown") {
        ambiguous += 1;
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
      } else if (typeof answer === "number") {
        wrong.push(`${key}: ${answer}`);
        return;
      } else {
        acknowledged.push({ key, orderId: answer.id });
        return;
      }
    }
  };
  const shop = async (): Promise<void> => {
    while (!stopping) await ask(randomUUID());
  };
  const running = Promise.all(Array.from({ length: clients }, shop));
  return {
    ledger: (): Ledger => ({ acknowledged, ambiguous, wrong }),
    stop: async (): Promise<Ledger> => {
      stopping = true;
      await running;
      return { acknowledged, ambiguous, wrong };
    },
  };
};

/** The order placed, "unknown" when only asking again can tell, or an unexpected status. */
const place = async (
  port: number,
  token: string,
  key: string,
): Promise<{ readonly id: string } | "unknown" | number> => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/orders`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify({
        email: "guest@example.com",
        currency: "EUR",
        lines: [{ title: "Mug", unitPrice: 350, taxRate: 1900, quantity: 2 }],
        metadata: { key },
      }),
    });
    const body: unknown = await answer.json();
    if (answer.status === 201) return { id: idOf(body) };
    return answer.status >= 500 || answer.status === 409 ? "unknown" : answer.status;
  } catch {
    return "unknown";
  }
};

const idOf = (body: unknown): string => {
  if (typeof body !== "object" || body === null || !("id" in body) || typeof body.id !== "string")
    throw new Error("a 201 without an order");
  return body.id;
};

import type {
  ImportContext,
  ImportedLine,
  ImportLine,
  ImportOrders,
} from "../ports/input/import-orders.ts";
import type { PlaceOrder } from "../ports/input/place-order.ts";

// Lines under way at once: enough for the storage to write several together, few enough to hold little.
const IN_FLIGHT = 16;

export const makeImportOrders = (placeOrder: PlaceOrder): ImportOrders =>
  async function* importOrders<Fault>(
    lines: AsyncIterable<ImportLine<Fault>>,
    context: ImportContext,
  ): AsyncGenerator<ImportedLine<Fault>> {
    const underWay: Promise<ImportedLine<Fault>>[] = [];
    for await (const line of lines) {
      underWay.push(settledLater(importLine(placeOrder, line, context)));
      if (underWay.length >= IN_FLIGHT) yield* oldest(underWay);
    }
    while (underWay.length > 0) yield* oldest(underWay);
  };

async function* oldest<T>(underWay: Promise<T>[]): AsyncGenerator<T> {
  const first = underWay.shift();
  if (first) yield await first;
}

/** A failure is thrown where its line's turn comes; until then it must not count as unhandled. */
const settledLater = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

const importLine = async <Fault>(
  placeOrder: PlaceOrder,
  line: ImportLine<Fault>,
  context: ImportContext,
): Promise<ImportedLine<Fault>> => {
  if ("fault" in line) return line;
  const claim = {
    ...context.claim,
    // A caller's own key has no space, so that no line's key is ever a caller's.
    key: `${context.claim.key} line ${line.line}`,
    fingerprint: line.fingerprint,
  };
  const outcome = await placeOrder(line.order, { ...context, claim });
  return { line: line.line, outcome };
};

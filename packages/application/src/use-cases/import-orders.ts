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
    const arriving = lines[Symbol.asyncIterator]();
    try {
      for (let next = settledLater(arriving.next()); ;) {
        const [first] = underWay;
        // A sender that is slow is still told of each line when it is done.
        if (first && (underWay.length >= IN_FLIGHT || (await settlesBefore(first, next)))) {
          void underWay.shift();
          yield await first;
          continue;
        }
        const line = await next;
        if (line.done === true) break;
        underWay.push(settledLater(importLine(placeOrder, line.value, context)));
        next = settledLater(arriving.next());
      }
      for (const last of underWay) yield await last;
    } finally {
      // Not waited for: the sender may be in the middle of a line.
      void settledLater(Promise.resolve(arriving.return?.()));
    }
  };

const settlesBefore = (one: Promise<unknown>, other: Promise<unknown>): Promise<boolean> =>
  Promise.race([one.then(() => true), other.then(() => false)]);

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

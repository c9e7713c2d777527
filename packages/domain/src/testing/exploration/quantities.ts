import type { LineQuantity, OrderLine } from "../../order/order-line.ts";

/** Every way to name 0 … n + 1 units of each line (one more than there are, to be refused), but not nothing. */
export const quantitiesOf = (
  lines: readonly OrderLine[],
  unitsLeft: (line: OrderLine) => number,
): readonly (readonly LineQuantity[])[] => {
  let choices: readonly (readonly LineQuantity[])[] = [[]];
  for (const line of lines) {
    const left = unitsLeft(line);
    const quantities = Array.from({ length: left + 2 }, (_, index) => index);
    choices = choices.flatMap((choice) =>
      quantities.map((quantity) =>
        quantity === 0 ? choice : [...choice, { lineId: line.id, quantity }],
      ),
    );
  }
  return choices.filter((choice) => choice.length > 0 && overruns(choice, lines, unitsLeft) <= 1);
};

const overruns = (
  choice: readonly LineQuantity[],
  lines: readonly OrderLine[],
  unitsLeft: (line: OrderLine) => number,
): number =>
  choice.filter(({ lineId, quantity }) =>
    lines.some((line) => line.id === lineId && quantity > unitsLeft(line)),
  ).length;

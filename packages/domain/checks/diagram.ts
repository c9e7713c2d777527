import { fulfillmentLifecycle, lifecycle } from "@ordo/domain";

/** The order's state machine as a Mermaid diagram, straight from the table. */
export const orderDiagram = (): string => {
  const arrows = new Map<string, string[]>();
  for (const [from, row] of Object.entries(lifecycle))
    for (const [command, targets] of Object.entries(row))
      for (const to of targets) {
        const arrow = `${from === "none" ? "[*]" : from} --> ${to}`;
        arrows.set(arrow, [...(arrows.get(arrow) ?? []), command]);
      }
  return diagram(
    [...arrows].map(([arrow, commands]) =>
      isLoop(arrow)
        ? `${arrow}: ${commands.length} commands that keep the status`
        : `${arrow}: ${commands.join(", ")}`,
    ),
  );
};

const targets = {
  pack: "packed",
  ship: "shipped",
  deliver: "delivered",
  cancel: "canceled",
} as const;

/** A fulfillment's state machine. */
export const fulfillmentDiagram = (): string =>
  diagram([
    "[*] --> pending: createFulfillment",
    ...Object.entries(targets).flatMap(([step, to]) =>
      Object.entries(fulfillmentLifecycle)
        .filter(([name]) => name === step)
        .flatMap(([, states]) => states.map((from) => `${from} --> ${to}: ${step}Fulfillment`)),
    ),
  ]);

const isLoop = (arrow: string): boolean => {
  const [from, to] = arrow.split(" --> ");
  return from === to;
};

const diagram = (arrows: readonly string[]): string =>
  ["```mermaid", "stateDiagram-v2", ...arrows.map((arrow) => `  ${arrow}`), "```"].join("\n");

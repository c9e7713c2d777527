import type { OrderCommand } from "../../order/order-command.ts";
import type { OrderEvent } from "../../order/order-event.ts";
import type { Order } from "../../order/order.ts";
import { candidates } from "./candidates.ts";
import { canonical } from "./canonical.ts";
import { brokenInState } from "./state-invariants.ts";
import { moved, stockOf } from "./stock-of.ts";
import type { Subject } from "./subject.ts";
import { brokenInTransition } from "./transition-invariants.ts";
import type { World } from "./world.ts";

export interface Violation {
  readonly broken: string;
  readonly command: OrderCommand | null;
  /** The way there. */
  readonly journal: readonly OrderEvent[];
}

export interface Exploration {
  readonly states: number;
  /** State × command pairs decided. */
  readonly pairs: number;
  readonly accepted: number;
  /** States from which no completed or canceled order can be reached. */
  readonly deadEnds: number;
  /** The way to one of them. */
  readonly deadEnd: readonly OrderEvent[] | null;
  readonly violations: readonly Violation[];
}

interface Node {
  readonly order: Order | undefined;
  readonly parent: Node | null;
  readonly events: readonly OrderEvent[];
  /** Those that lead here; filled while walking, read backwards to find dead ends. */
  readonly comingFrom: Node[];
}

export interface Walk {
  /** Stop at the first violation, or without one when so many states were found. */
  readonly firstWithinStates?: number;
  readonly onProgress?: (states: number, waiting: number) => void;
}

/** Walks every state of the world breadth first and checks the invariants on each state and each pair. */
export const explore = (
  subject: Subject,
  world: World,
  { firstWithinStates, onProgress }: Walk = {},
): Exploration => {
  const root: Node = { order: undefined, parent: null, events: [], comingFrom: [] };
  const seen = new Map<string, Node>([[canonical(undefined), root]]);
  const queue: Node[] = [root];
  const violations: Violation[] = [];
  let pairs = 0;
  let accepted = 0;

  // Grows while it is walked, which keeps the walk breadth first.
  for (const [index, node] of queue.entries()) {
    const { order } = node;
    const taken = new Set<string>();
    const report = (broken: readonly string[], command: OrderCommand | null, from: Node): void => {
      for (const name of broken)
        violations.push({ broken: name, command, journal: journalOf(from) });
    };
    for (const command of commandsFor(world, order)) {
      pairs += 1;
      const step = takeStep(subject, order, command);
      report(step.broken, command, node);
      if (step.after === null) continue;
      accepted += 1;
      taken.add(command.type);
      const key = canonical(step.after);
      const known = seen.get(key);
      if (known) known.comingFrom.push(node);
      else {
        const found = { order: step.after, parent: node, events: step.events, comingFrom: [node] };
        seen.set(key, found);
        queue.push(found);
        report(brokenByReplay(subject, found), command, found);
      }
    }
    report(brokenInPermissions(subject, world, order, taken), null, node);
    if (firstWithinStates && (violations.length > 0 || seen.size >= firstWithinStates)) break;
    if (index % 1000 === 0) onProgress?.(seen.size, queue.length - index);
  }
  const deadEnds = firstWithinStates ? [] : findDeadEnds([...seen.values()]);
  const [first] = deadEnds;
  return {
    states: seen.size,
    pairs,
    accepted,
    deadEnds: deadEnds.length,
    deadEnd: first ? journalOf(first) : null,
    violations,
  };
};

const commandsFor = (world: World, order: Order | undefined): readonly OrderCommand[] =>
  order === undefined
    ? world.beginnings
    : world.commands.flatMap((type) => candidates[type](order, world.bounds));

interface StepTaken {
  /** Null when the command was refused. */
  readonly after: Order | null;
  readonly events: readonly OrderEvent[];
  readonly broken: readonly string[];
}

const takeStep = (
  subject: Subject,
  before: Order | undefined,
  command: OrderCommand,
): StepTaken => {
  const decision = subject.decide(before, command);
  const again = subject.decide(before, command);
  const broken =
    JSON.stringify(decision) === JSON.stringify(again) ? [] : ["deciding twice differs"];
  if (decision.isErr()) return { after: null, events: [], broken };

  const events = decision.value;
  let after = before;
  let stock = stockOf(before);
  for (const event of events) {
    stock = moved(stock, subject.stockMovements(after, event));
    after = subject.evolve(after, event);
  }
  if (after === undefined) return { after: null, events, broken: ["accepted without an event"] };
  const expected = stockOf(after);
  return {
    after,
    events,
    broken: [
      ...broken,
      ...(stock.reserved === expected.reserved ? [] : ["reserved stock is what open units need"]),
      ...(stock.onHand === expected.onHand ? [] : ["stock leaves and returns with its units"]),
      ...brokenInState(after, subject.currentTotal(after)),
      ...brokenInTransition({ before, command, events, after }),
    ],
  };
};

const journalOf = (node: Node): readonly OrderEvent[] => {
  const journal: OrderEvent[] = [];
  for (let at: Node | null = node; at !== null; at = at.parent) journal.unshift(...at.events);
  return journal;
};

/** Folding the journal, as it would be read from a database, must give the state that was walked to. */
const brokenByReplay = (subject: Subject, node: Node): readonly string[] => {
  let order: Order | undefined;
  for (const event of journalOf(node)) order = subject.evolve(order, event);
  return JSON.stringify(order) === JSON.stringify(node.order) ? [] : ["replay gives the state"];
};

/** What allowedActions lists is exactly what decide accepted for some input. */
const brokenInPermissions = (
  subject: Subject,
  world: World,
  order: Order | undefined,
  taken: ReadonlySet<string>,
): readonly string[] => {
  if (order === undefined) return [];
  const broken: string[] = [];
  for (const { command, allowed } of subject.allowedActions(order)) {
    if (!world.commands.includes(command)) continue;
    if (!allowed && taken.has(command))
      broken.push(`${command} was refused by allowedActions but accepted`);
    if (allowed && !taken.has(command) && isTried(world, order, command))
      broken.push(`${command} was listed by allowedActions but never accepted`);
  }
  return broken;
};

/** Has the bound left room for what the order itself would allow? */
const isTried = (world: World, order: Order, command: OrderCommand["type"]): boolean =>
  candidates[command](order, world.bounds).length > 0 &&
  (command !== "proposeEdit" || order.lines.length < world.bounds.lines);

const findDeadEnds = (nodes: readonly Node[]): readonly Node[] => {
  const alive = new Set<Node>();
  const pending = nodes.filter(
    ({ order }) => order?.status === "completed" || order?.status === "canceled",
  );
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (alive.has(node)) continue;
    alive.add(node);
    pending.push(...node.comingFrom);
  }
  return nodes.filter((node) => !alive.has(node));
};

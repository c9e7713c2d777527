import fc from "fast-check";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { type Contract, type Target, targetsOf } from "./contract.ts";
import { makeJudgeAnswer } from "./judge-answer.ts";
import { makeJudgeRequest } from "./judge-request.ts";
import { type Action, Memory } from "./memory.ts";
import { makeTrialsOf, type Trial, urlOf } from "./requests.ts";
import { makeValidator } from "./validator.ts";

interface Budget {
  readonly seed: number;
  /** Requests for each operation; beside them as many journeys, each of one order from its beginning. */
  readonly runs: number;
}

type Send = (request: InjectOptions) => Promise<LightMyRequestResponse>;

/** An answer that the contract does not allow. */
export interface Violation {
  readonly operationId: string;
  readonly what: string;
  readonly request: InjectOptions;
}

export interface FuzzResult {
  readonly violations: readonly Violation[];
  /** How often each operation answered with success. */
  readonly accepted: ReadonlyMap<string, number>;
}

/**
 * Sends every operation requests made from the contract alone, and checks that what is valid by it is never refused
 * as malformed, that what is not valid always is, and that every answer is as declared: no 5xx, status, media type,
 * headers, body. Ids, cursors and actions of earlier answers are used in later requests.
 */
export const fuzz = async (
  contract: Contract,
  send: Send,
  { seed, runs }: Budget,
): Promise<FuzzResult> => {
  const targets = targetsOf(contract);
  const memory = new Memory();
  const validator = makeValidator(contract);
  const judgeRequest = makeJudgeRequest(contract, validator, memory);
  const judgeAnswer = makeJudgeAnswer(contract, validator);
  const trialsOf = makeTrialsOf(contract, memory);
  const trials = new Map(targets.map((target) => [target, trialsOf(target)]));
  const violations: Violation[] = [];
  /** What makes something with which more can be done. */
  const starts = new Set<Target>();
  const taken = new Map<Target, number>();
  const accepted = new Map(targets.map(({ operationId }) => [operationId, 0]));

  const attempt = async (trial: Trial): Promise<void> => {
    const request = requestOf(trial);
    // Before it is sent: its own answer may make it valid.
    const against = judgeRequest(trial);
    const response = await send(request);
    memory.remember(response);
    if (trial.path.size === 0 && memory.actions.length > 0 && response.statusCode === 201)
      starts.add(trial.target);
    const { operationId } = trial.target;
    if (response.statusCode < 300) accepted.set(operationId, (accepted.get(operationId) ?? 0) + 1);
    for (const what of judgeAnswer(trial, against, response))
      violations.push({ operationId, what, request });
  };

  let sent = seed;
  const sample = <T>(values: fc.Arbitrary<T>): T => {
    sent += 1;
    // Biased, fast-check prefers what is small or at a bound: good half of the time.
    const [value] = fc.sample(values, { seed: sent, numRuns: 1, unbiased: sent % 2 === 0 });
    // `sample` gives as many as it is asked for.
    return value as T;
  };
  /** Does something that the last answer says can be done. */
  const goOn = async (): Promise<void> => {
    const steps = memory.actions.flatMap((action) => stepOf(targets, action) ?? []);
    const step = choose(steps, taken, sample(fc.nat()));
    if (step) taken.set(step.target, (taken.get(step.target) ?? 0) + 1);
    const arbitrary = step && trials.get(step.target);
    if (step && arbitrary) await attempt({ ...sample(arbitrary), path: step.path });
  };

  for (let run = 0; run < runs; run += 1) {
    for (const arbitrary of trials.values()) await attempt(sample(arbitrary));
    // Begun anew, or most would begin where nothing can be done any more.
    const [start] = starts;
    const beginning = start && trials.get(start);
    memory.actions = [];
    for (let tries = 0; beginning && memory.actions.length === 0 && tries < 10; tries += 1)
      await attempt(sample(beginning));
    for (let step = 0; step < stepsOfJourney; step += 1) await goOn();
  }
  return { violations, accepted };
};
const stepsOfJourney = 60;

const requestOf = (trial: Trial): InjectOptions => {
  const { target, headers, payload } = trial;
  return {
    method: target.method as "GET",
    url: urlOf(trial),
    headers: {
      ...Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value])),
      ...(payload !== undefined && target.body && { "content-type": target.body.mediaType }),
    },
    ...(payload !== undefined && { payload }),
  };
};

interface Step {
  readonly target: Target;
  readonly path: ReadonlyMap<string, string>;
}

/** Mostly what was done least often so far, or orders would be canceled before anything else could happen. */
const choose = (
  steps: readonly Step[],
  taken: ReadonlyMap<Target, number>,
  dice: number,
): Step | undefined => {
  const timesOf = ({ target }: Step): number => taken.get(target) ?? 0;
  const rarest = Math.min(...steps.map(timesOf));
  const candidates = dice % 4 === 0 ? steps : steps.filter((step) => timesOf(step) === rarest);
  return candidates[dice % candidates.length];
};

/** The operation that an action names, and the ids in its path. */
const stepOf = (targets: readonly Target[], { method, href }: Action): Step | undefined => {
  for (const target of targets) {
    if (target.method !== method) continue;
    const template = new RegExp(`^${target.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const ids = template.exec(href)?.groups;
    if (ids) return { target, path: new Map(Object.entries(ids)) };
  }
  return undefined;
};

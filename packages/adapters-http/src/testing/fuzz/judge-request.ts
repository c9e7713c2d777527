import { type Contract, resolve, type Schema } from "./contract.ts";
import { parseJson } from "./json.ts";
import type { Memory } from "./memory.ts";
import { type Trial, urlOf } from "./requests.ts";
import type { Validator } from "./validator.ts";

/** What the contract has against a request; nothing when it is valid. */
export const makeJudgeRequest =
  (contract: Contract, validator: Validator, memory: Memory) =>
  (trial: Trial): readonly string[] => {
    const { target, payload } = trial;
    const places = { path: trial.path, query: trial.query, header: trial.headers };
    const faults = target.parameters.flatMap(({ name, in: place, required, schema }) => {
      const text = places[place].get(name);
      if (text === undefined) return required ? [`${place} ${name} is missing`] : [];
      // The one kind of value that no schema tells: those that the server itself gave out.
      if (
        resolve(contract, schema)["x-given-out"] === true &&
        !memory.gaveCursor(urlOf(trial).split("?")[0] ?? "", trial.query)
      )
        return [`${name} was not given out with these filters`];
      const fault = validator.fault(schema, instanceOf(contract, schema, text));
      return fault === undefined ? [] : [`${place} ${name}: ${fault}`];
    });
    const known = new Set(target.parameters.map(({ name }) => name));
    const unknown = target.isPublic
      ? []
      : [...trial.query.keys()].filter((name) => !known.has(name));
    return [
      ...faults,
      ...unknown.map((name) => `query ${name} is not declared`),
      ...bodyFaults(validator, target.body, payload),
    ];
  };

/** What the text of a parameter stands for. */
const instanceOf = (contract: Contract, schema: Schema, text: string): unknown =>
  resolve(contract, schema)["type"] === "integer" && /^-?(?:0|[1-9][0-9]*)$/.test(text)
    ? Number(text)
    : text;

const bodyFaults = (
  validator: Validator,
  body: Trial["target"]["body"],
  payload: string | undefined,
): readonly string[] => {
  if (body === undefined) return [];
  if (payload === undefined) return body.required ? ["the body is missing"] : [];
  // The lines of a stream are judged one by one, as they are answered.
  if (body.mediaType.endsWith("ndjson")) return [];
  const value = parseJson(payload);
  if (value === undefined) return ["the body is not JSON"];
  const fault = validator.fault(body.schema, value);
  return fault === undefined ? [] : [`body: ${fault}`];
};

import type { LightMyRequestResponse } from "fastify";
import { type Contract, type ContractHeader, type ContractResponse, follow } from "./contract.ts";
import { isRecord, parseJson } from "./json.ts";
import type { Trial } from "./requests.ts";
import type { Validator } from "./validator.ts";

/** What the contract has against an answer; nothing when it is as declared. */
export const makeJudgeAnswer =
  (contract: Contract, validator: Validator) =>
  (
    trial: Trial,
    against: readonly string[],
    response: LightMyRequestResponse,
  ): readonly string[] => {
    const { statusCode: status, body } = response;
    if (status >= 500) return [`answered ${status}: ${body}`];
    const declared = trial.target.responses.get(String(status));
    if (declared === undefined) return [`answered ${status}, which is not declared: ${body}`];
    return [
      ...verdict(trial, against, response),
      ...headerFaults(contract, validator, declared, response),
      ...contentFaults(validator, declared, response),
      ...lineFaults(validator, trial, response),
    ];
  };

/** Accepted if and only if it is valid. */
const verdict = (
  { target }: Trial,
  against: readonly string[],
  { statusCode: status, body }: LightMyRequestResponse,
): readonly string[] => {
  if (against.length === 0)
    return [400, 405, 406, 413, 414, 415, 428, 431].includes(status)
      ? [`refused what is declared with ${status}: ${body}`]
      : [];
  const lacksPrecondition = against.some((fault) => fault === "header If-Match is missing");
  const allowed = [400, 414, ...(lacksPrecondition && target.responses.has("428") ? [428] : [])];
  return allowed.includes(status)
    ? []
    : [`answered ${status} to what is not declared: ${against.join("; ")}`];
};

/** Fields that say how the answer travels, not what it says. */
const transport = new Set([
  "content-length",
  "content-type",
  "connection",
  "date",
  "keep-alive",
  "transfer-encoding",
  "x-content-type-options",
]);

const headerFaults = (
  contract: Contract,
  validator: Validator,
  { headers = {} }: ContractResponse,
  { headers: sent, statusCode }: LightMyRequestResponse,
): readonly string[] => {
  const declared = new Map(
    Object.entries(headers).map(([name, given]) => [
      name.toLowerCase(),
      follow<ContractHeader>(contract, given),
    ]),
  );
  const undeclared = Object.keys(sent).filter(
    (name) => !declared.has(name) && !transport.has(name),
  );
  const wrong = [...declared].flatMap(([name, { required, schema }]) => {
    const value = sent[name];
    if (value === undefined) return required === true ? [`lacks the header ${name}`] : [];
    const fault = validator.fault(schema, schema["type"] === "integer" ? Number(value) : value);
    return fault === undefined ? [] : [`has the header ${name} not as declared: ${fault}`];
  });
  return [
    ...undeclared.map((name) => `has the header ${name}, which is not declared`),
    ...wrong,
  ].map((fault) => `answered ${statusCode} that ${fault}`);
};

const contentFaults = (
  validator: Validator,
  { content }: ContractResponse,
  { statusCode: status, headers, body }: LightMyRequestResponse,
): readonly string[] => {
  if (body === "") return [];
  const mediaType = String(headers["content-type"] ?? "").split(";")[0] ?? "";
  const schema = content?.[mediaType]?.schema;
  if (schema === undefined) return [`answered ${status} as ${mediaType}, which is not declared`];
  const values = mediaType.endsWith("ndjson")
    ? linesOf(body).map(parseJson)
    : [mediaType.endsWith("json") ? parseJson(body) : body];
  return values.flatMap((value) => {
    const fault = validator.fault(schema, value);
    return fault === undefined ? [] : [`answered ${status} not as declared: ${fault}`];
  });
};

/** Of a stream, each line is accepted if and only if it is valid. */
const lineFaults = (
  validator: Validator,
  { target, payload = "" }: Trial,
  { statusCode, body }: LightMyRequestResponse,
): readonly string[] => {
  if (target.body?.mediaType.endsWith("ndjson") !== true || statusCode !== 200) return [];
  const { schema } = target.body;
  const answers = linesOf(body).map(parseJson);
  return linesOf(payload).flatMap((line, index) => {
    const answer = answers[index];
    const status = isRecord(answer) ? answer["status"] : undefined;
    const fault = validator.fault(schema, parseJson(line));
    return (fault === undefined) === (status !== 400)
      ? []
      : [
          `answered ${String(status)} to a line that is ${fault === undefined ? "declared" : `not declared: ${fault}`}`,
        ];
  });
};

const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

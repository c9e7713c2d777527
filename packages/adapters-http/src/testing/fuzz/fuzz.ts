// What is sent and read here has no type until the contract is read.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { valuesOf } from "./arbitrary.ts";
import {
  type Contract,
  type ContractOperation,
  type ContractResponse,
  type Parameter,
  resolve,
} from "./contract.ts";

interface Budget {
  readonly seed: number;
  /** Requests for each operation. */
  readonly runs: number;
}

type Send = (request: InjectOptions) => Promise<LightMyRequestResponse>;

/** An answer that the contract does not allow. */
export interface Violation {
  readonly operationId: string;
  readonly what: string;
  readonly request: InjectOptions;
}

/**
 * Sends every operation requests made from the contract alone, most of them valid, and checks what comes
 * back: no 5xx, a declared status and media type, a body as declared, and nothing accepted that the
 * contract forbids. Things that were made are used in later requests.
 */
export const fuzz = async (
  contract: Contract,
  send: Send,
  { seed, runs }: Budget,
): Promise<readonly Violation[]> => {
  const check = makeCheck(contract);
  const violations: Violation[] = [];
  const known = new Map<string, string>();
  let sent = 0;
  for (const round of fc.sample(fc.integer(), { seed, numRuns: runs }))
    for (const [path, item] of Object.entries(contract.paths))
      for (const [method, operation] of Object.entries(item)) {
        const [request] = fc.sample(requestsOf(contract, path, method, operation, known), {
          // Each its own, or all would be sent under the same key.
          seed: round + (sent += 1),
          numRuns: 1,
        });
        if (request === undefined) continue;
        const response = await send(request);
        remember(response, known);
        for (const what of check(operation, request, response))
          violations.push({ operationId: operation.operationId, what, request });
      }
  return violations;
};

/** Ids by the name of the parameter that takes them, from Location fields. */
const remember = ({ headers }: LightMyRequestResponse, known: Map<string, string>): void => {
  const parts = String(headers.location ?? "")
    .split("/")
    .slice(3);
  for (const [index, part] of parts.entries()) {
    const id = parts[index + 1];
    if (id !== undefined && index % 2 === 0) known.set(`${part.replace(/s$/, "")}Id`, id);
  }
};

const requestsOf = (
  contract: Contract,
  path: string,
  method: string,
  { parameters, requestBody }: ContractOperation,
  known: ReadonlyMap<string, string>,
): fc.Arbitrary<InjectOptions> => {
  const all = parameters.map((parameter): Parameter => {
    const found: object = "$ref" in parameter ? resolve(contract, { ...parameter }) : parameter;
    return found as Parameter;
  });
  const partsIn = (place: Parameter["in"]) =>
    fc.record(
      Object.fromEntries(
        all
          .filter((parameter) => parameter.in === place)
          .map(({ name, schema, required }) => [
            name,
            fc.option(valueFor(name, schema), { nil: undefined, freq: required ? 100 : 2 }),
          ]),
      ),
    );
  const valueFor = (name: string, schema: Parameter["schema"]): fc.Arbitrary<unknown> => {
    const id = known.get(name);
    if (id !== undefined)
      return fc.oneof(
        { weight: 9, arbitrary: fc.constant(id) },
        { weight: 1, arbitrary: fc.uuid() },
      );
    if (name === "Idempotency-Key") return fc.uuid();
    if (name === "If-Match") return fc.constantFrom("*", '"1"', 'W/"1"', "x");
    return valuesOf(contract, schema);
  };
  const [mediaType, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = content ? valuesOf(contract, content.schema) : fc.constant(undefined);
  return fc
    .tuple(partsIn("path"), partsIn("query"), partsIn("header"), body)
    .map(([inPath, query, headers, payload]) => ({
      method: method.toUpperCase() as "GET",
      url: `${path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(inPath[name]))}${queryOf(query)}`,
      headers: {
        ...Object.fromEntries(
          Object.entries(headers).flatMap(([name, value]) =>
            typeof value === "string" && /^[\x20-\x7e]*$/.test(value)
              ? [[name.toLowerCase(), value]]
              : [],
          ),
        ),
        ...(mediaType !== undefined && { "content-type": mediaType }),
      },
      ...(payload !== undefined && { payload: JSON.stringify(payload) }),
    }));
};

const encoded = (value: unknown): string =>
  encodeURIComponent(textOf(value ?? "-").toWellFormed()) || "-";

const textOf = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "-");

const queryOf = (query: Readonly<Record<string, unknown>>): string => {
  const sent = Object.entries(query).filter(([, value]) => value !== undefined);
  return sent.length === 0
    ? ""
    : `?${sent.map(([name, value]) => `${name}=${encoded(value)}`).join("&")}`;
};

const makeCheck = (contract: Contract) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "contract", components: contract.components });
  const validate = (schema: object, value: unknown): string | undefined => {
    const absolute: object = JSON.parse(
      JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/'),
    );
    return ajv.validate(absolute, value) ? undefined : ajv.errorsText();
  };
  return (
    { responses, requestBody }: ContractOperation,
    { payload }: InjectOptions,
    response: LightMyRequestResponse,
  ): readonly string[] => {
    const { statusCode: status, body } = response;
    if (status >= 500) return [`answered ${status}: ${body}`];
    const given = responses[String(status)];
    const declared: ContractResponse | undefined =
      given && "$ref" in given ? { ...resolve(contract, { ...given }) } : given;
    if (declared === undefined) return [`answered ${status}, which is not declared: ${body}`];
    const mediaType = String(response.headers["content-type"] ?? "").split(";")[0] ?? "";
    if (body === "") return [];
    const schema = declared.content?.[mediaType]?.schema;
    if (schema === undefined) return [`answered ${status} as ${mediaType}, which is not declared`];
    const faults: string[] = [];
    if (mediaType.endsWith("json") && mediaType !== "application/x-ndjson") {
      const fault = validate(schema, JSON.parse(body));
      if (fault !== undefined) faults.push(`answered ${status} not as declared: ${fault}`);
    }
    const asked = requestBody?.content["application/json"]?.schema;
    if (status < 300 && asked && typeof payload === "string") {
      const fault = validate(asked, JSON.parse(payload));
      if (fault !== undefined) faults.push(`accepted what is not declared: ${fault}`);
    }
    return faults;
  };
};

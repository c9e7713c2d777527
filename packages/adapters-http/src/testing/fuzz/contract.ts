/** What of an OpenAPI 3.1 document the fuzzer reads. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

export interface ContractOperation {
  readonly operationId: string;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly security: readonly object[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ContractResponse | Reference>>;
}

export interface ContractResponse {
  readonly headers?: Readonly<Record<string, ContractHeader | Reference>>;
  readonly content?: Content;
}

export interface ContractHeader {
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
}

type Content = Readonly<
  Record<
    string,
    {
      readonly schema: Schema;
      readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
    }
  >
>;

interface Reference {
  readonly $ref: string;
}

export type Schema = Readonly<Record<string, unknown>>;

/** An operation with where it is served, and its references followed. */
export interface Target {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Needs no token; takes nothing, and ignores what comes. */
  readonly isPublic: boolean;
  readonly body?: Body;
  readonly responses: ReadonlyMap<string, ContractResponse>;
}

export interface Body {
  readonly mediaType: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** Values that work. */
  readonly examples: readonly unknown[];
}

export const targetsOf = (contract: Contract): readonly Target[] =>
  Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, { operationId, parameters, security, requestBody, responses }]) => {
        const [content] = Object.entries(requestBody?.content ?? {});
        return {
          operationId,
          method: method.toUpperCase(),
          path,
          isPublic: security.length === 0,
          parameters: parameters.map((given) => follow<Parameter>(contract, given)),
          ...(content && {
            body: {
              mediaType: content[0],
              schema: content[1].schema,
              required: requestBody?.required === true,
              examples: Object.values(content[1].examples ?? {}).map(({ value }) => value),
            },
          }),
          responses: new Map(
            Object.entries(responses).map(([status, given]) => [
              status,
              follow<ContractResponse>(contract, given),
            ]),
          ),
        };
      },
    ),
  );

/** Follows `#/components/…`. */
export const follow = <T extends object>(contract: Contract, given: T | Reference): T => {
  if (!("$ref" in given)) return given;
  const [kind = "", name = ""] = String(given.$ref).replace("#/components/", "").split("/");
  const found = contract.components[kind]?.[name];
  if (found === undefined) throw new Error(`The contract has no ${String(given.$ref)}`);
  // What stands under that name is of the kind that the reference stands for, or the contract is broken.
  return found as T;
};

export const resolve = (contract: Contract, schema: Schema): Schema =>
  follow<Schema>(contract, schema);

/** What of an OpenAPI 3.1 document the fuzzer reads. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
}

export interface ContractOperation {
  readonly operationId: string;
  readonly parameters: readonly (Parameter | Reference)[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<Record<string, ContractResponse | Reference>>;
}

export interface ContractResponse {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Reference {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
}

export type Schema = Readonly<Record<string, unknown>>;

/** Follows `#/components/…`. */
export const resolve = (contract: Contract, schema: Schema): Schema => {
  const { $ref } = schema;
  if (typeof $ref !== "string") return schema;
  const [kind = "", name = ""] = $ref.replace("#/components/", "").split("/");
  const found = contract.components[kind]?.[name];
  if (found === undefined) throw new Error(`The contract has no ${$ref}`);
  return { ...found };
};

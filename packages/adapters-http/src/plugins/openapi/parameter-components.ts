import { isDeepStrictEqual } from "node:util";
import { commonParameters } from "./common-parameters.ts";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly [field: string]: unknown;
}

/** Collects parameters by name. */
export interface ParameterComponents {
  /** A reference to the parameter; the parameter itself where another has taken its name. */
  add(parameter: Parameter): object;
  all(): Readonly<Record<string, object>>;
}

export const makeParameterComponents = (): ParameterComponents => {
  const parameters = new Map<string, object>(Object.entries(commonParameters));
  return {
    add: (parameter) => {
      const name = pascalCase(parameter.name);
      if (!parameters.has(name)) parameters.set(name, parameter);
      return isDeepStrictEqual(parameters.get(name), parameter)
        ? { $ref: `#/components/parameters/${name}` }
        : parameter;
    },
    all: () => Object.fromEntries(parameters),
  };
};

/** `customerId` becomes `CustomerId`, `Idempotency-Key` becomes `IdempotencyKey`. */
const pascalCase = (name: string): string =>
  name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Contract, Schema } from "./contract.ts";

/** Checks values against schemas of the contract (JSON Schema 2020-12). */
export interface Validator {
  /** What is wrong with the value; undefined when nothing is. */
  fault(schema: Schema, value: unknown): string | undefined;
}

export const makeValidator = (contract: Contract): Validator => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: "contract", components: contract.components });
  const compiled = new WeakMap<Schema, ValidateFunction>();
  const compile = (schema: Schema): ValidateFunction => {
    const absolute: object = JSON.parse(
      JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/'),
    );
    const validate = ajv.compile(absolute);
    compiled.set(schema, validate);
    return validate;
  };
  return {
    fault: (schema, value) => {
      const validate = compiled.get(schema) ?? compile(schema);
      return validate(value) ? undefined : ajv.errorsText(validate.errors);
    },
  };
};

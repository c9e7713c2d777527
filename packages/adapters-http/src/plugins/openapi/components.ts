import { type ParameterComponents, makeParameterComponents } from "./parameter-components.ts";
import { makeProblemResponses, type ProblemResponses } from "./problem-responses.ts";
import { makeSchemaComponents, type SchemaComponents } from "./schema-components.ts";

/** What operations share, described once. */
export interface Components {
  readonly schemas: SchemaComponents;
  readonly parameters: ParameterComponents;
  readonly problems: ProblemResponses;
}

export const makeComponents = (): Components => {
  const schemas = makeSchemaComponents();
  return {
    schemas,
    parameters: makeParameterComponents(),
    problems: makeProblemResponses(schemas),
  };
};

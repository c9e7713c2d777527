import { z } from "zod";
import { jsonMediaTypeOf } from "../body-media-type.ts";
import type { OperationDescription } from "../../operation/operation.ts";
import type { RequestInput } from "../../operation/request-input.ts";
import type { Access } from "../authentication/access.ts";
import { documentResponses, isConditionalRead } from "./document-responses.ts";
import type { Components } from "./components.ts";
import type { SchemaComponents } from "./schema-components.ts";

/** The operation as an OpenAPI 3.1 operation object. */
export const documentOperation = (
  operation: OperationDescription & { readonly input?: RequestInput },
  access: Access,
  components: Components,
): Readonly<Record<string, unknown>> => {
  const { input } = operation;
  return {
    operationId: operation.operationId,
    ...(operation.deprecation && { deprecated: true }),
    tags: [operation.tag],
    summary: operation.summary,
    description:
      access === "public"
        ? operation.description
        : `${operation.description}\n\nNeeds the scope \`${access}\`.`,
    security: access === "public" ? [] : [{ bearer: [] }],
    parameters: [
      ...(input ? inputParameters(input, components) : []),
      ...commonParameters(operation),
    ],
    ...requestBody(operation, components.schemas),
    responses: documentResponses(operation, access, components),
  };
};

const requestBody = (
  {
    method,
    input,
    examples,
    streamedBody,
  }: OperationDescription & { readonly input?: RequestInput },
  components: SchemaComponents,
) => {
  if (streamedBody) {
    const { mediaType, description, schema } = streamedBody;
    return {
      requestBody: {
        required: true,
        description,
        content: { [mediaType]: { schema: components.add(schema), ...(examples && { examples }) } },
      },
    };
  }
  const body = input?.shape.body;
  if (body === undefined) return {};
  return {
    requestBody: {
      required: !body.safeParse(undefined).success,
      content: {
        [jsonMediaTypeOf(method)]: {
          schema: components.add(body),
          ...(examples && { examples }),
        },
      },
    },
  };
};

const inputParameters = ({ shape }: RequestInput, components: Components) => [
  ...parametersIn("path", shape.params, components),
  ...parametersIn("query", shape.query, components),
  ...parametersIn("header", shape.headers, components),
];

const parametersIn = (
  place: "path" | "query" | "header",
  schema: z.ZodObject,
  { schemas, parameters }: Components,
) => {
  const { required = [] } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries<z.ZodType>(schema.shape).map(([name, property]) => {
    // Every read takes it: described once.
    if (name === "ordo-consistency") return { $ref: "#/components/parameters/OrdoConsistency" };
    const { description, examples, ...rest } = schemas.add(property);
    const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
    return parameters.add({
      name: place === "header" ? canonicalName(name) : name,
      in: place,
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
      ...(example !== undefined && { example }),
    });
  });
};

const canonicalName = (name: string): string =>
  name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

const commonParameters = (operation: OperationDescription) => [
  { $ref: "#/components/parameters/XRequestId" },
  ...(operation.ifMatch === undefined
    ? []
    : [
        {
          $ref: `#/components/parameters/${operation.ifMatch === "required" ? "IfMatchNeeded" : "IfMatch"}`,
        },
      ]),
  ...(["POST", "PATCH"].includes(operation.method) && operation.success.mediaTypes === undefined
    ? [{ $ref: "#/components/parameters/Prefer" }]
    : []),
  ...(isConditionalRead(operation) ? [{ $ref: "#/components/parameters/IfNoneMatch" }] : []),
];

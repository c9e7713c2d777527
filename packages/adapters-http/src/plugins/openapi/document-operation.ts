import { z } from "zod";
import type { OperationDescription } from "../../operation/operation.ts";
import type { RequestInput } from "../../operation/request-input.ts";
import type { Access } from "../authentication/access.ts";
import { documentResponses } from "./document-responses.ts";
import type { SchemaComponents } from "./schema-components.ts";

/** The operation as an OpenAPI 3.1 operation object. */
export const documentOperation = (
  operation: OperationDescription & { readonly input?: RequestInput },
  access: Access,
  components: SchemaComponents,
): Readonly<Record<string, unknown>> => {
  const { input, examples } = operation;
  const body = input?.shape.body;
  return {
    operationId: operation.operationId,
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
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: components.add(body), examples } },
      },
    }),
    responses: documentResponses(operation, access, components),
  };
};

const inputParameters = ({ shape }: RequestInput, components: SchemaComponents) => [
  ...parametersIn("path", shape.params, components),
  ...parametersIn("query", shape.query, components),
  ...parametersIn("header", shape.headers, components),
];

const parametersIn = (
  place: "path" | "query" | "header",
  schema: z.ZodObject,
  components: SchemaComponents,
) => {
  const { required = [] } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries<z.ZodType>(schema.shape).map(([name, property]) => {
    const { description, examples, ...rest } = components.add(property);
    const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
    return {
      name: place === "header" ? canonicalName(name) : name,
      in: place,
      required: required.includes(name),
      ...(description !== undefined && { description }),
      schema: rest,
      ...(example !== undefined && { example }),
    };
  });
};

const canonicalName = (name: string): string =>
  name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

const commonParameters = ({ method, success }: OperationDescription) => [
  { $ref: "#/components/parameters/XRequestId" },
  ...(method === "POST" ? [{ $ref: "#/components/parameters/Prefer" }] : []),
  ...(success.status === 200 && success.headers.includes("ETag")
    ? [{ $ref: "#/components/parameters/IfNoneMatch" }]
    : []),
];

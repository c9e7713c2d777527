import { z } from "zod";
import { environment } from "./environment.ts";

/** One environment variable, as the pages about it show it. */
export interface Variable {
  readonly name: string;
  readonly meaning: string;
  /** As it would be written in the environment; undefined when there is none. */
  readonly preset: string | undefined;
  /** The values it can take, when they are few. */
  readonly choices: readonly string[];
  /** What of its value must not be shown. */
  readonly masked: "nothing" | "password" | "whole";
}

const described = z.object({
  description: z.string(),
  masked: z.enum(["password", "whole"]).optional(),
  default: z.union([z.string(), z.number()]).optional(),
  enum: z.array(z.string()).optional(),
});

const schemas = z
  .object({ properties: z.record(z.string(), described) })
  .parse(z.toJSONSchema(environment, { io: "input" }));

/** Every variable of the schema, in its order. */
export const variables: readonly Variable[] = Object.entries(schemas.properties).map(
  ([name, { description, masked, default: preset, enum: choices = [] }]) => ({
    name,
    meaning: description,
    preset: preset === undefined ? undefined : String(preset),
    choices,
    masked: masked ?? "nothing",
  }),
);

import { z } from "zod";

/**
 * Text of bounded length, counted in code points as JSON Schema and PostgreSQL count them.
 * NUL and lone surrogates are refused: the one cannot be stored, the other would be stored as something else.
 */
export const text = ({ min = 1, max }: { readonly min?: number; readonly max: number }) =>
  z
    .string()
    .regex(/^[^\u0000\p{Cs}]*$/u, "Send Unicode text without NUL and without lone surrogates.")
    .refine(
      (value) => value.length <= max || Array.from(value).length <= max,
      `Send at most ${max} characters.`,
    )
    .refine(
      (value) => value.length >= min,
      `Send at least ${min} character${min === 1 ? "" : "s"}.`,
    )
    .meta({ minLength: min, maxLength: max });

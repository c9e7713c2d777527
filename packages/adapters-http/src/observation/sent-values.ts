import type { FastifyRequest } from "fastify";

// Shorter texts say nothing about anybody, and would blacken every message.
const minLength = 3;
/** Reading more than this to log one line is not worth it; an order of 500 lines stays below. */
const maxValues = 20_000;

/** Every text that the request sent, longest first, so that a fault's message can be freed of it. */
export const sentValues = ({ body, query, params, headers, url }: FastifyRequest): string[] => {
  const values = new Set<string>();
  const collect = (value: unknown): void => {
    if (values.size >= maxValues) return;
    if (typeof value === "string") {
      if (value.length >= minLength) values.add(value).add(JSON.stringify(value).slice(1, -1));
    } else if (typeof value === "object" && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (isOwnWord(key)) values.add(key);
        collect(inner);
      }
  };
  for (const part of [body, query, params]) collect(part);
  for (const name of personalHeaders) collect(headers[name]);
  const search = url.split("?", 2)[1];
  collect(search);
  return [...values].toSorted((a, b) => b.length - a.length);
};

const personalHeaders = ["authorization", "cookie", "idempotency-key", "from", "referer"];

/** A key of `metadata` is the sender's word; the names of our own fields are plain identifiers. */
const isOwnWord = (key: string): boolean => key.length >= minLength && !/^[A-Za-z0-9]+$/.test(key);

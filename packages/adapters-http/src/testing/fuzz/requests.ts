import fc from "fast-check";
import { exampleId } from "../../schemas/identifier.ts";
import { makeValuesOf, seldom } from "./arbitrary.ts";
import type { Body, Contract, Parameter, Target } from "./contract.ts";
import { isRecord } from "./json.ts";
import type { Memory } from "./memory.ts";
import { nearly } from "./spoil.ts";

/** A request as it is sent, and the parts it was made of. */
export interface Trial {
  readonly target: Target;
  readonly path: ReadonlyMap<string, string>;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: ReadonlyMap<string, string>;
  readonly payload: string | undefined;
}

/** Requests made from the contract alone: valid, nearly valid and hostile ones. */
export const makeTrialsOf = (contract: Contract, memory: Memory) => {
  const valuesOf = makeValuesOf(contract, (field) => memory.id(field));
  const partsIn = (target: Target, place: Parameter["in"]) => {
    const own = target.parameters.filter((parameter) => parameter.in === place);
    const fields = own.map(({ name, schema, required }) => {
      const values = headers.get(name) ?? valuesOf(schema, name);
      return [name, required ? values : seldom(values)] as const;
    });
    return fc.record(Object.fromEntries(fields));
  };
  /** No example can know the ids that earlier answers gave. */
  const withKnownIds = (example: unknown): fc.Arbitrary<unknown> =>
    // Asked for when the value is made: by then there are more.
    fc
      .constant(JSON.stringify(example))
      .map((json): unknown =>
        JSON.parse(json, (field, value: unknown) =>
          value === exampleId ? (memory.id(field) ?? value) : value,
        ),
      );
  const bodies = ({ schema, required, examples }: Body): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 3, arbitrary: valuesOf(schema) },
      ...(examples.length === 0
        ? []
        : [{ weight: 2, arbitrary: fc.oneof(...examples.map(withKnownIds)) }]),
      ...(required ? [] : [{ weight: 1, arbitrary: fc.constant(undefined) }]),
    );
  return (target: Target): fc.Arbitrary<Trial> => {
    const { body } = target;
    return fc
      .tuple(
        // Mostly one part is spoiled, if any.
        nearly(
          fc.record({
            path: partsIn(target, "path"),
            query: partsIn(target, "query"),
            header: partsIn(target, "header"),
            body: body ? bodies(body) : fc.constant(undefined),
          }),
        ),
        fc.nat(),
      )
      .map(([parts, dice]): Trial => {
        const given = isRecord(parts) ? parts : {};
        const pages = memory.pagesOf(target.path);
        // A cursor goes with the query that it came in.
        const page = dice % 3 === 0 ? pages[dice % pages.length] : undefined;
        return {
          target,
          path: textsOf(given["path"]),
          query:
            page === undefined
              ? textsOf(given["query"])
              : new Map(new URLSearchParams(page.split("?")[1])),
          headers: fieldsOf(given["header"]),
          payload: body && payloadOf(given["body"], body.mediaType, dice),
        };
      });
  };
};

/** Of which a description says more than the schema can. */
const headers: ReadonlyMap<string, fc.Arbitrary<unknown>> = new Map([
  // Unique to its request: a short one would soon come again.
  ["Idempotency-Key", fc.uuid()],
  ["If-Match", fc.constantFrom("*", "*", '"1"', '"2"', 'W/"1"', "x")],
]);

/** Where the trial goes. */
export const urlOf = ({ target, path, query }: Trial): string => {
  const at = target.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(path.get(name) ?? "-"));
  const sent = [...query].map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`);
  return sent.length === 0 ? at : `${at}?${sent.join("&")}`;
};

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const textsOf = (fields: unknown): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(isRecord(fields) ? fields : {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, textOf(value)]],
    ),
  );

/** Those that can be sent in a header, and arrive as they are. */
const fieldsOf = (fields: unknown): ReadonlyMap<string, string> =>
  new Map(
    [...textsOf(fields)].filter(([, text]) =>
      /^(?:[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?)$/.test(text),
    ),
  );

const textOf = (value: unknown): string =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed();

const payloadOf = (body: unknown, mediaType: string, dice: number): string | undefined => {
  const json = JSON.stringify(body);
  if (json === undefined) return undefined;
  if (mediaType.endsWith("ndjson")) return `${json}\n`.repeat(1 + (dice % 2));
  return dice % 50 === 0 ? json.slice(1) : json;
};

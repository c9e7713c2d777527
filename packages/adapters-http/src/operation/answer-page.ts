import type { Cursor, Page, PageRequest } from "@ordo/application";
import { ok, type Result } from "neverthrow";
import type { CursorFault, Cursors } from "../cursors/cursors.ts";
import type { InputFault } from "../problem-details/input-fault.ts";
import type { Answer } from "./answer.ts";
import { BufferSequence } from "./buffer-sequence.ts";

type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** What a list is asked for: where it is, with what, and how much of it. */
export interface ListRequest<Position> {
  readonly path: string;
  /** The query as it was sent, without the cursor; fields that were not sent may be undefined. */
  readonly fields: Fields & { readonly limit: number };
  readonly cursor: string | undefined;
  readonly cursors: Cursors<Position>;
}

/** The page that is asked for, or what is wrong with the cursor. */
export const pageRequestOf = <Position>({
  path,
  fields,
  cursor,
  cursors,
}: ListRequest<Position>): Result<PageRequest<Position>, InputFault> => {
  const from = cursor === undefined ? ok(null) : cursors.decode(cursor, madeFor({ path, fields }));
  return from
    .map((position) => ({ limit: fields.limit, from: position }))
    .mapErr((fault) => ({ detail: cursorFaults[fault], pointer: "/cursor", in: "query" }));
};

/** The page as an answer, its neighbours linked in the body and in `Link`. */
export const pageAnswer = <T, Position>(
  request: ListRequest<Position>,
  found: Page<T, Position>,
  present: (item: T) => object,
): Answer => {
  const { page, links } = neighbours(request, found);
  return { body: { items: found.items.map(present), page }, links };
};

/** The same, of items that are written as JSON already. */
export const pageOfTexts = <T, Position>(
  request: ListRequest<Position>,
  found: Page<T, Position>,
  jsonOf: (item: T) => Buffer,
): Answer => {
  const { page, links } = neighbours(request, found);
  const items = found.items.flatMap((item) => [comma, jsonOf(item)]).slice(1);
  const end = Buffer.from(`],"page":${JSON.stringify(page)}}`);
  return { json: new BufferSequence([opening, ...items, end]), links };
};

const opening = Buffer.from('{"items":[');
const comma = Buffer.from(",");

const neighbours = <T, Position>(
  { path, fields, cursors }: ListRequest<Position>,
  found: Page<T, Position>,
) => {
  const hrefOf = (cursor: Cursor<Position> | null): string | null => {
    if (cursor === null) return null;
    const text = cursors.encode(cursor, madeFor({ path, fields }));
    return `${path}?${new URLSearchParams({ ...sent(fields), cursor: text }).toString()}`;
  };
  const page = { next: hrefOf(found.next), prev: hrefOf(found.prev) };
  const links = {
    ...(page.next !== null && { next: page.next }),
    ...(page.prev !== null && { prev: page.prev }),
  };
  return { page, links };
};

/** A cursor goes with its list, filters and sort, whatever the size of the page. */
const madeFor = ({ path, fields }: { readonly path: string; readonly fields: Fields }) => {
  const { limit: _limit, ...rest } = sent(fields);
  return { path, ...rest };
};

const sent = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );

const cursorFaults: Readonly<Record<CursorFault, string>> = {
  tampered:
    "This is no cursor of ours. Take it unchanged from page.next or page.prev, or leave it out to start over.",
  "made for other filters":
    "This cursor belongs to other filters. Send the filters it came with, or leave it out to start over.",
};

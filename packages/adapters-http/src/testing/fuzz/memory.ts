import type { LightMyRequestResponse } from "fastify";
import { isRecord } from "./json.ts";

/** Something that an answer says can be done next. */
export interface Action {
  readonly method: string;
  readonly href: string;
}

/** What earlier answers said, for later requests: ids, links to pages, what can be done. */
export class Memory {
  readonly #ids = new Map<string, string>();
  readonly #pages = new Set<string>();
  /** What can be done with the order that was answered last. */
  actions: readonly Action[] = [];

  id(field: string): string | undefined {
    return this.#ids.get(field);
  }

  /** Links to pages of the list at this path. */
  pagesOf(path: string): readonly string[] {
    return [...this.#pages].filter((href) => href.split("?")[0] === path);
  }

  /** Did a list at this path, with these filters, give out this cursor? */
  gaveCursor(path: string, query: ReadonlyMap<string, string>): boolean {
    return this.pagesOf(path).some(
      (href) => filtersOf(new URLSearchParams(href.split("?")[1])) === filtersOf(query),
    );
  }

  remember({ statusCode, headers, body }: LightMyRequestResponse): void {
    if (statusCode >= 300) return;
    this.#learnLocation(String(headers.location ?? ""));
    if (!String(headers["content-type"]).startsWith("application/json")) return;
    const answer: unknown = JSON.parse(body);
    if (!isRecord(answer)) return;
    for (const [name, value] of Object.entries(answer)) this.#learnParts(name, value);
    if (Array.isArray(answer["actions"])) this.#learnOrder(answer);
    const { page } = answer;
    if (isRecord(page))
      for (const href of Object.values(page)) if (typeof href === "string") this.#pages.add(href);
  }

  /** `/api/v1/orders/{id}/payments/{id}`. */
  #learnLocation(location: string): void {
    const parts = location.split("/").slice(3);
    for (const [index, part] of parts.entries()) {
      const id = parts[index + 1];
      if (id !== undefined && index % 2 === 0) this.#ids.set(`${singular(part)}Id`, id);
    }
  }

  /** `lines: [{id}]` has a `lineId`. */
  #learnParts(name: string, value: unknown): void {
    const [part] = Array.isArray(value) ? value.slice(-1) : [];
    if (isRecord(part) && typeof part["id"] === "string")
      this.#ids.set(`${singular(name)}Id`, part["id"]);
  }

  #learnOrder({ id, actions }: Readonly<Record<string, unknown>>): void {
    if (typeof id === "string") this.#ids.set("orderId", id);
    this.actions = Array.isArray(actions)
      ? actions.flatMap((action: unknown) =>
          isRecord(action)
            ? [{ method: String(action["method"]), href: String(action["href"]) }]
            : [],
        )
      : [];
  }
}

const singular = (noun: string): string => noun.replace(/s$/, "");

/** What a cursor is tied to, itself included: everything but the size of the page. */
const filtersOf = (query: Iterable<readonly [string, string]>): string =>
  JSON.stringify([...query].filter(([name]) => name !== "limit").toSorted(byName));

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number =>
  a < b ? -1 : 1;
